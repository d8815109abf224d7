"""Exports made, changed and read back, for the tests of both ways."""

import io
import json
import zipfile
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import DataExport, User
from accounts.portability import archive, upload
from accounts.portability.merge import merge
from accounts.portability.plan import Plan
from tests.person import Person

DATA, EXPORT, IMPORT = "/settings/data/", "/settings/data/export/", "/settings/data/import/"


def packed(user: User) -> bytes:
    """Return an export as the account is now."""
    file = io.BytesIO()
    archive.write(user, file, timezone.now())
    return file.getvalue()


def said(raw: bytes) -> dict[str, Any]:
    """Return the JSON of an export."""
    with zipfile.ZipFile(io.BytesIO(raw)) as found:
        data: dict[str, Any] = json.loads(found.read(archive.JSON))
    return data


def export_of(user: User) -> dict[str, Any]:
    return said(packed(user))


def as_zip(data: Any, **others: bytes) -> bytes:
    """Return a ZIP with `data` as its JSON, and other files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(archive.JSON, json.dumps(data))
        for name, raw in others.items():
            out.writestr(name, raw)
    return file.getvalue()


def only(**rows: Any) -> dict[str, Any]:
    """Return the JSON of an export of now that has these rows alone."""
    return {**archive.head(timezone.now()), **rows}


def read(raw: bytes) -> upload.Export:
    return upload.read(io.BytesIO(raw), len(raw))


def bring(user: User, data: Any) -> Plan:
    """Import `data` (the JSON of an export, or its bytes), and return what was done."""
    return merge(read(data if isinstance(data, bytes) else as_zip(data)), user)


def choose(person: Person, raw: bytes, name: str = "milepost.zip") -> Any:
    """Send a file to the import's page."""
    return person.send(IMPORT, {"file": SimpleUploadedFile(name, raw)}, page=IMPORT)


def ask_for_export(person: Person, **fields: str) -> DataExport:
    answer = person.send(EXPORT, fields, page=DATA)
    assert (answer.status_code, answer["Location"]) == (303, f"{DATA}#export")
    return DataExport.objects.filter(user=person.user).latest("asked_at")


def fetch(person: Person, row: DataExport) -> bytes:
    return b"".join(person.get(f"{EXPORT}{row.pk}/"))
