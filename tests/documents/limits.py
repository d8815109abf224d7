"""docs/limits.md: what each field takes and how much of each there may be, from the code."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models

from accounts.limits import LIMITS
from tests.documents.data import people

OURS = ("accounts", "career", "roadmap")
HEAD = """# Limits

Made from the code by `python -m tests.documents`; a test fails when it is out of date. What is more, longer or
of another kind than stands here is refused beside its field with status 422 (in the API as a problem with the
field's place), and nothing is stored.

## Fields

Text is kept as it was typed, but for spaces around it; NUL and what is no UTF-8 is refused with 400. Web
addresses are http or https and name a host. A choice is one of its list, a day is a day of the calendar.

"""
TOGETHER = """
## Fields that depend on each other

- A break or a pause ends on the day it begins or later, and a stage of an application is not before the one
  before it: days run forward, and what has happened is not in the future.
- The lower end of a salary is at most the upper end, and both are in one currency.
- A counted skill is done at its target; a day that it was done on goes with the state “done” alone.
- Evidence is a link, a build or a note: exactly one of them.
- A profile is public only with a handle.
- The database holds these, whatever code writes:

"""
FILES = """
## Files

| what | kinds | largest | kept |
|---|---|---|---|
| list of applications (`/career/import/`) | CSV text | 1 MB, 10,000 rows, 100 columns | read in memory, never as a file |
| résumé (`/career/resumes/import/`) | JSON Résumé text | 1 MB | read in memory, never as a file |
| questions (`/review/questions/`) | lines of text, Anki's export | 1 MB, 2,000 lines | read in memory, never as a file |
| an account's own file (`/settings/data/`) | the ZIP that the export made; its parts are measured before and while they are read | see `accounts/portability/upload.py` | in the database for an hour |

Files are never run, never served to anybody else and never named by a person: downloads have names of ours.

## Slow work

| what | how it is bounded |
|---|---|
| export | 5 in 10 minutes and 20 a day per person; large ones in the background |
| import | 20 in 10 minutes and 100 a day per person; size and rows as above |
| weekly digest | a batch per run of `run_due`; each learner and week once |
| résumé as PDF | one at a time with a longest time; who waits too long is sent to the page that prints |
| log-in | Argon2id with 19 MiB; limits before the hash |
| search, job texts | texts are at most as long as their fields; patterns take linear time (`tests/hardening/`) |

"""


def text() -> str:
    return "\n".join([HEAD.rstrip("\n"), "", *_fields(), *_together(), *_most(), *_rates()]) + FILES


def _fields() -> Iterator[str]:
    yield "| table | field | takes |"
    yield "|---|---|---|"
    for model in people():
        if model._meta.app_label in OURS:
            for field in model._meta.concrete_fields:
                if rule := _rule(field):
                    yield f"| {model._meta.label} | {field.name} | {rule} |"


def _rule(field: "models.Field[object, object]") -> str:
    if field.choices:
        return "one of " + ", ".join(f"`{value}`" for value, _ in field.flatchoices if value != "")[:400]
    match field:
        case models.EmailField():
            return f"an e-mail address of at most {field.max_length} characters"
        case models.CharField() | models.TextField() if field.max_length:
            return f"text of at most {field.max_length:,} characters"
        case models.DecimalField():
            return f"an amount of at most {field.max_digits} digits, {field.decimal_places} after the point"
        case models.IntegerField():
            ends = {type(rule).__name__: rule.limit_value for rule in field.validators if hasattr(rule, "limit_value")}
            low, high = ends.get("MinValueValidator"), ends.get("MaxValueValidator")
            return f"a whole number from {low} to {high}" if None not in (low, high) else "a whole number"
        case models.DateTimeField():
            return ""
        case models.DateField():
            return "a day"
        case models.TextField():
            return "text; its form says how long"
    return ""


def _together() -> Iterator[str]:
    yield from TOGETHER.splitlines()
    for model in people():
        if model._meta.app_label in OURS:
            for rule in model._meta.constraints:
                if isinstance(rule, models.CheckConstraint):
                    yield f"  - {model._meta.label}: {rule.name.replace('_', ' ')}"


def _most() -> Iterator[str]:
    yield ""
    yield "## Limits per person"
    yield ""
    yield "| what | at most |"
    yield "|---|---|"
    for model in apps.get_models():
        if model._meta.app_label in OURS and isinstance(getattr(model, "MOST", None), int):
            yield f"| {model._meta.verbose_name_plural} | {model.MOST:,} |"  # type: ignore[attr-defined]
    yield ""
    yield f"For everyone: a request of at most {settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,} bytes"
    yield f"and {settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:,} fields; {settings.THREADS} requests at a time in each"
    yield "process, the others wait for their turn."


def _rates() -> Iterator[str]:
    yield ""
    yield "How often (a try too many is answered with 429 and the time to wait):"
    yield ""
    yield "| what | times | in | per |"
    yield "|---|---|---|---|"
    per = {"ip": "network address", "user": "account", "key": "address typed, link or token"}
    for action, limits in LIMITS.items():
        for limit in limits:
            minutes = f"{limit.seconds // 60} min"
            yield f"| {action.replace('_', ' ')} | {limit.times} | {minutes} | {per[limit.per]} |"
