"""The commands."""

import datetime
import enum
from typing import Annotated, Any

import typer

from milepost import access, show
from milepost.site import Refused, Site
from milepost.skills import completed, skill_named

app = typer.Typer(
    help="Tick skills, log time and see where you stand on your Milepost roadmap.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
FORBIDDEN = 403
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Skill = Annotated[
    str, typer.Argument(help="Its name, or words of its title.", autocompletion=completed, metavar="SKILL")
]
Day = Annotated[
    datetime.datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Not today.")
]


class State(enum.StrEnum):
    OPEN = "open"
    LEARNING = "learning"
    DONE = "done"
    SKIPPED = "skipped"


class Kind(enum.StrEnum):
    THEORY = "theory"
    PRACTICE = "practice"
    BUILD = "build"


@app.command()
def login(
    address: Annotated[str, typer.Argument(help="Of the site, such as https://milepost.example")],
    token: Annotated[
        str, typer.Option(prompt="Access token", hide_input=True, help="Asked for when it is left out.")
    ],
) -> None:
    """Keep the address and a token of yours, made under Settings, Access tokens."""
    if not address.startswith(("https://", "http://")):
        raise typer.BadParameter("Begin it with https://")
    wanted = access.Access(address.rstrip("/"), token.strip())
    Site(wanted.url, wanted.token).get("/phases", limit=1)
    typer.echo(f"Logged in; kept in {access.keep(wanted)}, which only you can read.")


@app.command()
def logout() -> None:
    """Forget the address and the token. The token itself works until you revoke it in the settings."""
    typer.echo("Forgotten." if access.forget() else "Nothing was kept.")


@app.command()
def today(json: AsJson = False) -> None:
    """Show what is next, what is due for review, and when you will arrive."""
    site = _site()
    parts = {name: _allowed(site, f"/{name}") for name in ("progress", "review", "forecast")}
    show.answer(parts, json, lambda: show.day(parts))


@app.command()
def progress(json: AsJson = False) -> None:
    """Show how far you are, phase by phase: # shown by proof, = done, . to do."""
    found = _site().get("/progress")
    parts = [*found["phases"], {"title": "All of it", "figures": found["figures"]}]
    show.answer(found, json, lambda: [show.figures(part["title"], part["figures"]) for part in parts])


@app.command()
def forecast(json: AsJson = False) -> None:
    """Show when you will arrive, from your own hours."""
    found = _site().get("/forecast")
    show.answer(found, json, lambda: [show.arrival(found)])


@app.command()
def skills(
    words: Annotated[list[str] | None, typer.Argument(help="Of the title or the name.")] = None,
    state: Annotated[State | None, typer.Option(help="Only those in this state.")] = None,
    json: AsJson = False,
) -> None:
    """List skills with their states."""
    query = {"state": state.value} if state else {}
    wanted = [word.casefold() for word in words or []]
    rows = [
        row
        for row in _site().each("/progress/skills", limit=100, **query)
        if all(word in f"{row['skill']} {row['title']}".casefold() for word in wanted)
    ]
    show.answer(rows, json, lambda: map(show.state, rows))


@app.command()
def tick(
    names: Annotated[list[str], typer.Argument(help="Skills.", autocompletion=completed, metavar="SKILL…")],
    state: Annotated[State, typer.Option(help="The state to put them into.")] = State.DONE,
    on: Day = None,
    json: AsJson = False,
) -> None:
    """Put skills into a state; done, unless you say another. Ticked twice, it is the same."""
    site = _site()
    body: dict[str, Any] = {"state": state.value} | ({"done_on": f"{on:%Y-%m-%d}"} if on else {})
    slugs = [skill_named(site, name) for name in names]
    with typer.progressbar(slugs, label="Ticking", file=typer.get_text_stream("stderr")) as each:
        found = [site.put(f"/skills/{slug}/state", body) for slug in each]
    show.answer(found, json, lambda: map(show.state, found))


@app.command()
def count(name: Skill, number: Annotated[int, typer.Argument(min=0)], json: AsJson = False) -> None:
    """Say how many of a counted skill you have done."""
    site = _site()
    found = site.put(f"/skills/{skill_named(site, name)}/count", {"count": number})
    show.answer(found, json, lambda: [show.state(found)])


@app.command()
def log(
    minutes: Annotated[int, typer.Argument(min=1, max=1440)],
    name: Annotated[str, typer.Argument(help="A skill.", autocompletion=completed, metavar="[SKILL]")] = "",
    kind: Annotated[Kind | None, typer.Option(help="Without it, the kind of the skill.")] = None,
    note: Annotated[str, typer.Option(help="A line about it.")] = "",
    on: Day = None,
    json: AsJson = False,
) -> None:
    """Log time, on a skill or on other study."""
    site = _site()
    body: dict[str, Any] = {"minutes": minutes, "note": note}
    body |= {"subject": f"skill:{skill_named(site, name)}"} if name else {}
    body |= {"kind": kind.value} if kind else {}
    body |= {"day": f"{on:%Y-%m-%d}"} if on else {}
    found = site.add("/log", body)
    show.answer(found, json, lambda: [show.entry(found)])


def _allowed(site: Site, path: str) -> dict[str, Any] | None:
    """Return what is at `path`, or None when the token has no say there."""
    try:
        return site.get(path)
    except Refused as error:
        if error.status == FORBIDDEN:
            return None
        raise


def _site() -> Site:
    found = access.find()
    return Site(found.url, found.token)


SPOKEN = (Refused, access.NoAccess)


def run() -> None:
    """Run a command; what is refused is a sentence on standard error, and exit code 1."""
    try:
        app(prog_name="milepost")
    except SPOKEN as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from error
