"""What a learner's assistant can ask, and that it changes nothing unless it may."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from mcp import Client, StdioServerParameters

from milepost.assistant import server
from milepost.site import Site
from tests.config.installation import BASE, PREPARE, Installation

READING = {"progress", "forecast", "skills", "skill", "study_log", "review", "builds", "applications"}
WRITING = {"tick", "log_time"}


class Asked(list[tuple[str, str]]):
    """The requests that came, as method and address."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.append((request.method, request.url.raw_path.decode()))
        if "/applications" in request.url.path:
            return httpx.Response(403, json={"detail": "This token lacks career:read."})
        return httpx.Response(200, json={"items": [{"skill": "py-syntax"}], "next": None})


def run(talk: Callable[[], Any]) -> Any:
    """Run `talk` in a thread of its own: a browser of other tests may keep a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(talk())).result()


def speak(asked: Asked, talk: Callable[[Client], Any], *, write: bool = False) -> Any:
    """Connect an assistant and let it `talk`."""

    async def meet() -> Any:
        made = server(Site("https://milepost.example", "mp_x", httpx.MockTransport(asked)), write=write)
        async with Client(made) as client:
            return await talk(client)

    return run(meet)


async def tools(client: Client) -> dict[str, Any]:
    return {tool.name: tool for tool in (await client.list_tools()).tools}


def test_it_can_only_look_unless_it_may_write():
    looking = speak(Asked(), tools)
    writing = speak(Asked(), tools, write=True)

    assert set(looking) == READING
    assert all(tool.annotations.read_only_hint for tool in looking.values())
    assert set(writing) == READING | WRITING
    assert not any(writing[name].annotations.read_only_hint for name in WRITING)


@pytest.mark.parametrize("name", sorted(READING - {"skill", "applications"}))
def test_each_question_is_one_look(name: str):
    asked = Asked()
    answer = speak(asked, lambda client: client.call_tool(name, {}))

    assert not answer.is_error
    assert [method for method, _ in asked] == ["GET"]


def test_what_the_token_may_not_see_is_said():
    answer = speak(Asked(), lambda client: client.call_tool("applications", {}))

    assert answer.is_error
    assert "career:read" in str(answer.content)


@pytest.mark.parametrize("name", ["../token", "py-syntax/../../token", "a?b=c", "", "py syntax"])
def test_a_name_leads_to_no_other_address(name: str):
    asked = Asked()
    answer = speak(asked, lambda client: client.call_tool("skill", {"name": name}))

    assert answer.is_error
    assert asked == []


def test_it_ticks_and_logs_when_it_may():
    asked = Asked()

    async def talk(client: Client) -> None:
        await client.call_tool("tick", {"skill": "py-syntax"})
        await client.call_tool("log_time", {"minutes": 30, "skill": "py-syntax"})

    speak(asked, talk, write=True)

    assert asked == [("PUT", "/api/v1/skills/py-syntax/state"), ("POST", "/api/v1/log")]


TOKEN = (
    "from accounts.models import AccessToken, User; from tests.factories import make_user;"
    "user = make_user(email='alice@example.org');"
    "print(AccessToken.objects.make(user, name='mine', scopes=['progress:read'], expires_at=None)[1])"
)


@pytest.mark.slow
def test_the_command_speaks_for_the_token_it_is_given(tmp_path: Path):
    installation = Installation(tmp_path)
    made = installation.manage("shell", "--no-imports", "-c", f"{PREPARE}\n{TOKEN}")
    secret = made.stdout.split()[-1]
    command = StdioServerParameters(
        command=sys.executable,
        args=["manage.py", "mcp"],
        cwd=str(BASE),
        env=installation.environment | {"MILEPOST_TOKEN": secret},
    )

    async def meet() -> tuple[Any, Any]:
        async with Client(command) as client:
            return await client.call_tool("progress", {}), await client.call_tool("study_log", {})

    progress, log = run(meet)

    assert progress.structured_content["figures"]["done"] == 0
    assert log.is_error
    assert "log:read" in str(log.content)


@pytest.mark.slow
def test_without_a_token_it_says_where_one_comes_from(tmp_path: Path):
    ended = Installation(tmp_path, MILEPOST_TOKEN="").manage("mcp")

    assert ended.returncode == 1
    assert "MILEPOST_TOKEN" in ended.stderr
