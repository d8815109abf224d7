"""docs/data.md: every column of a person's, with its class; a new one without a class is an error."""

from collections.abc import Iterator

from django.db import models

from accounts.portability import left_out, section_of
from tests.tables import tables

HEAD = """# What is kept about a person

Every column of every table that belongs to a person, made from the models by `python -m tests.documents`; a
test fails when one is missing. *In the export*: in the file of `/settings/data/`. Nothing is shared with third
parties, and nothing of these tables is written to the log but the number of an account.

## Classes

| class | what it is | who sees it | how it is protected | how long |
|---|---|---|---|---|
| secret | what opens an account, a calendar or the API | nobody | hashed, signed or encrypted; in no export, log or admin page | until it is used, replaced or has expired |
| account | who somebody is and how they log in | its owner; staff with the right to | behind log-in; never in the log | until the account is deleted |
| private | words, links, people, applications and money of a person | its owner alone; what is switched on, on the public profile | behind log-in; `private, no-store`; in no admin page; never in the log | until it is deleted, or the account |
| progress | states, counts, days and plans | its owner; staff with the right to, read only | behind log-in | until it is reset or deleted, or the account |
| technical | keys and moments without which the rest would not hold together | nobody needs to | as the row they are in | as the row they are in |

A deleted account is gone at once from every table; backups keep it until they are replaced, and a restored
backup deletes it again. What Undo may need of a deleted row stays for an hour. Sessions end after two weeks
without a visit.

## Every field

"""
SECRET, ACCOUNT, PRIVATE, PROGRESS, TECHNICAL = "secret", "account", "private", "progress", "technical"
# By table; columns that differ are named below.
CLASSES: dict[str, str] = {
    **dict.fromkeys(
        ["accounts.User", "account.EmailAddress", "accounts.SignIn", "accounts.Subscription"], ACCOUNT
    ),
    **dict.fromkeys(["accounts.Delivery", "accounts.Bounce", "accounts.AccessToken"], ACCOUNT),
    **dict.fromkeys(["accounts.Session", "account.EmailConfirmation", "mfa.Authenticator"], SECRET),
    **dict.fromkeys(
        ["socialaccount.SocialAccount", "accounts.InactivityWarning", "accounts.StaffLook"], ACCOUNT
    ),
    **dict.fromkeys(["socialaccount.SocialToken"], SECRET),
    **dict.fromkeys(["accounts.AppliedChange", "accounts.Repeat", "roadmap.ResetSnapshot"], PRIVATE),
    **dict.fromkeys(["accounts.DataExport", "accounts.DataImport"], PRIVATE),
    **dict.fromkeys(["accounts.User_groups", "accounts.User_user_permissions", "admin.LogEntry"], ACCOUNT),
    **dict.fromkeys(["roadmap.CalendarFeed"], SECRET),
}
PRIVATE_TABLES = {
    *("Build", "OwnRequirement", "RequirementProof", "BuildLine", "Evidence", "Note", "Problem", "Handle"),
    *("Profile", "ProfileLink", "ResourceReport", "OwnQuestion", "StudySession", "StartingPoint"),
}
COLUMNS: dict[str, str] = {
    "accounts.User.password": SECRET,
    "accounts.AccessToken.digest": SECRET,
    "accounts.DataExport.session": SECRET,
    "accounts.DataImport.session": SECRET,
}


def class_of(model: type[models.Model], name: str) -> str:
    """Return the class of a column. LookupError for a table of which nothing is said."""
    label = model._meta.label
    if f"{label}.{name}" in COLUMNS:
        return COLUMNS[f"{label}.{name}"]
    field = model._meta.get_field(name)
    if field.is_relation or getattr(field, "primary_key", False):
        return TECHNICAL
    if label in CLASSES:
        return CLASSES[label]
    app, _, table = label.partition(".")
    if app == "career" or table in PRIVATE_TABLES:
        return PRIVATE
    if app == "roadmap":
        return PROGRESS
    raise LookupError(f"{label}: say in tests/documents/data.py of which class it is")


def people() -> list[type[models.Model]]:
    found = {model._meta.label: model for model, _ in tables()}
    return [found[label] for label in sorted(found)]


def exported(model: type[models.Model], name: str) -> str:
    section = section_of(model)
    if section is None:
        return "no"
    gone = name in (section.owner, "deleted_at") or name in section.left_out
    field = model._meta.get_field(name)
    number = getattr(field, "primary_key", False) and not isinstance(field, models.UUIDField)
    return "no" if gone or number else "yes"


def lines() -> Iterator[str]:
    for model in people():
        section = section_of(model)
        yield f"### {model._meta.label}"
        yield ""
        about = section.about if section else left_out().get(model._meta.label, "Kept out of the export.")
        yield about
        yield ""
        yield "| field | class | in the export |"
        yield "|---|---|---|"
        for field in model._meta.concrete_fields:
            yield f"| {field.name} | {class_of(model, field.name)} | {exported(model, field.name)} |"
        yield ""


def text() -> str:
    return HEAD + "\n".join(lines())
