"""The columns that an import reads, and which of a file's headers they are guessed from. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class Column(NamedTuple):
    """`names`: headers in lower case, without anything but letters and digits."""

    key: str
    label: str
    names: tuple[str, ...]


COLUMNS = (
    Column(
        "company", "Company", ("company", "employer", "companyname", "organization", "organisation", "firm")
    ),
    Column("role", "Role", ("role", "position", "title", "jobtitle", "job", "rolename")),
    Column("stage", "Stage", ("stage", "status", "state", "currentstage")),
    Column(
        "applied_on",
        "Applied on",
        ("appliedon", "applied", "dateapplied", "applicationdate", "applieddate", "date", "sent", "senton"),
    ),
    Column(
        "stage_on", "Stage since", ("stagesince", "lastmove", "lastupdate", "lastupdated", "updated", "since")
    ),
    Column("source", "Source", ("source", "via", "channel", "foundvia", "foundthrough", "where")),
    Column("tier", "Tier", ("tier",)),
    Column("link", "Link", ("link", "url", "joblink", "joburl", "posting", "jobposting", "website")),
    Column("place", "Place", ("place", "location", "city", "office")),
    Column("remote", "Remote", ("remote", "workmode", "worktype", "workplace")),
    Column(
        "pay_low", "Pay from", ("payfrom", "salary", "pay", "salaryfrom", "salarymin", "minsalary", "paymin")
    ),
    Column("pay_high", "Pay to", ("payto", "salaryto", "salarymax", "maxsalary", "paymax")),
    Column("pay_currency", "Currency", ("currency", "paycurrency")),
    Column("pay_per", "Pay per", ("payper", "per", "payperiod")),
    Column("next_step", "Next action", ("nextaction", "nextstep", "next", "todo", "followup")),
    Column("next_on", "Next on", ("nexton", "nextdate", "followupdate", "followupon", "due")),
    Column("note", "Note", ("note", "notes", "comment", "comments", "remarks")),
    Column("history", "History of stages", ("history",)),
    Column("id", "Id of an earlier export", ("id", "applicationid")),
)
LABELS = {column.key: column.label for column in COLUMNS}


def guessed(header: Sequence[str]) -> dict[str, int]:
    """Return the place of the header that each column is read from; the first that fits best."""
    plain = [re.sub(r"[\W_]+", "", name.lower()) for name in header]
    found: dict[str, int] = {}
    for column in COLUMNS:
        for name in column.names:
            if name in plain and plain.index(name) not in found.values():
                found[column.key] = plain.index(name)
                break
    return found


def letter(place: int) -> str:
    """Return what a spreadsheet calls a column: A for 0, AA for 26."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text
