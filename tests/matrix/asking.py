"""Asks for one cell of the matrix and says what is wrong with the answer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client

from tests.address import LEARNER, Address
from tests.matrix.expected import LOG_IN, MAY_WRITE, Cell
from tests.matrix.roles import Cast, Role
from tests.person import HOST
from tests.tables import checksum

SECRETS = ("alice@example.org", "Alice Liddell", "Down the rabbit hole", "Curiouser", "Off with it")
_WRITE = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO) \"?(\w+)", re.IGNORECASE)


@contextmanager
def writes() -> Iterator[set[str]]:
    """Yield the names of the tables that statements write to while it is open."""
    tables: set[str] = set()

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := _WRITE.match(sql):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield tables


def ask(client: Client, cell: Cell, address: Address, path: str, *, quietly: bool = False) -> Any:
    """Send the request of a cell: a form with its example fields from its page, else nothing."""
    if cell.method != "POST":
        return client.generic(cell.method, path, headers={"Origin": "https://evil.example"})
    page = HOST + address.page
    sender = {"HX-Request": "true", "HX-Current-URL": page} if quietly else {"referer": page}
    return client.post(path, dict(address.fields), headers=sender)


def faults(cast: Cast, cell: Cell, address: Address, path: str, before: dict[str, str]) -> list[str]:
    """Ask as the role of the cell; return what was wrong with the answer and its effects.

    `before`: the digest of what is Alice's.
    """
    found = []
    by_htmx = cell.method == "POST" and "POST" in address.methods and cell.role in (Role.NOBODY, Role.OTHER)
    for quietly in (False, True) if by_htmx else (False,):
        with cast.asking(cell.role) as client, writes() as tables:
            answer = ask(client, cell, address, path, quietly=quietly)
            found += [f"{cell}: {fault}" for fault in _wrong(answer, cell, address, path, quietly=quietly)]
            touched = tables - MAY_WRITE.get(cell.route, frozenset())
            if cell.method in ("GET", "HEAD", "OPTIONS") and touched:
                found.append(f"{cell} writes to {sorted(touched)}")
            if cell.role is not Role.SUSPENDED and cell.role is not Role.OWNER and tables:
                now = checksum(cast.alice)
                found += [f"{cell} changes {table}" for table in now if now[table] != before[table]]
    return found


def _wrong(answer: Any, cell: Cell, address: Address, path: str, *, quietly: bool) -> Iterator[str]:
    if answer.status_code >= 500 and cell.answer != answer.status_code:
        yield f"{answer.status_code}"
    elif cell.answer == LOG_IN:
        next_ = path if cell.method in ("GET", "HEAD") else address.page
        target = f"/accounts/login/?next={next_}"
        if cell.method in ("GET", "HEAD", "POST") and cell.method in address.methods:
            given = answer.headers.get("HX-Redirect" if quietly else "Location")
            if given != target:
                yield f"{answer.status_code} leads to {given}, not to {target}"
        elif answer.status_code not in (302, 303) or "/accounts/login/" not in answer.headers["Location"]:
            yield f"{answer.status_code}, not sent to log in"
    elif answer.status_code != cell.answer and not (quietly and answer.status_code in (200, 204)):
        yield f"{answer.status_code}, not {cell.answer}"
    if cell.answer == 405 and cell.method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        allowed = {name.strip() for name in answer.headers.get("Allow", "").split(",")}
        if answer.status_code == 405 and allowed != address.methods and cell.method not in address.methods:
            yield f"allows {sorted(allowed)}"
    yield from _headers(answer, cell, address)
    if cell.role not in (Role.OWNER, Role.SUSPENDED):
        text = (b"".join(answer) if answer.streaming else answer.content).decode(errors="replace")
        for secret in SECRETS:
            if secret in text:
                yield f"shows {secret!r}"


def _headers(answer: Any, cell: Cell, address: Address) -> Iterator[str]:
    headers = answer.headers
    if "Access-Control-Allow-Origin" in headers:
        yield "shares with another site"
    if headers.get("X-Content-Type-Options") != "nosniff":
        yield "lacks nosniff"
    if "default-src" not in headers.get("Content-Security-Policy", ""):
        yield "lacks a content security policy"
    kind = headers.get("Content-Type", "")
    if kind.startswith("text/") and "charset=utf-8" not in kind.lower():
        yield f"is of type {kind!r}"
    if answer.status_code == 200 and not kind:
        yield "has no type"
    kept = headers.get("Cache-Control", "")
    if cell.role is Role.OWNER and address.audience == LEARNER and not re.search("private|no-store", kept):
        yield f"may be kept by a cache: {kept!r}"
