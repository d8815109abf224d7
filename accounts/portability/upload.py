"""Reads an export from a file that anybody may have made: nothing of it is believed before it was checked."""

import datetime
import io
import json
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Any, NoReturn

from accounts.portability.archive import FORMAT, JSON, VERSION
from accounts.portability.columns import Unfit, read_time
from accounts.portability.register import sections

MB = 1024 * 1024
LARGEST_FILE = 10 * MB
LARGEST_JSON = 32 * MB
MOST_OBJECTS = 250_000  # lists and objects: each costs twenty times its text in memory
MOST_VALUES = 3_000_000
LARGEST_DIRECTORY = 64 * 1024  # of a ZIP: some 800 files
PIECE = 64 * 1024
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
NO_EXPORT = (
    "This is no Milepost export. Choose the ZIP that you downloaded here, or the milepost.json that is in it."
)
BROKEN = "This ZIP is damaged. Download the export again, and choose the new file."


class Unreadable(ValueError):
    """The file cannot be read; the text says why and what to do."""


@dataclass(frozen=True)
class Export:
    """What the file says: when it was made (aware), and the rows by section, not checked yet."""

    exported_at: datetime.datetime
    rows: dict[str, list[Any]]
    unknown: tuple[str, ...]


def read(file: IO[bytes], size: int) -> Export:
    """Read a ZIP or the JSON in it. Raises Unreadable."""
    if size > LARGEST_FILE:
        raise Unreadable(f"This file is larger than {LARGEST_FILE // MB} MB. No export that we take is.")
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start.startswith(b"PK"):
        return _parsed(_unpacked(file, size))
    return _parsed(file.read(LARGEST_FILE + 1))


def _unpacked(file: IO[bytes], size: int) -> bytes:
    _check_end(file, size)
    try:
        with zipfile.ZipFile(file) as archive:
            return _member(archive)
    except Unreadable:
        raise
    except (
        # A forged archive meets the library at any of its steps, and each fails in its own way.
        *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error),
        *(OSError, ValueError, OverflowError),
    ) as error:
        raise Unreadable(BROKEN) from error


def _check_end(file: IO[bytes], size: int) -> None:
    """Refuse a directory of a million names before it is read into memory."""
    at = max(size - 65_557, 0)
    file.seek(at)
    tail = file.read(65_557)
    file.seek(0)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise Unreadable(BROKEN)
    (directory,) = struct.unpack_from("<L", tail, end + 12)
    if directory > LARGEST_DIRECTORY or _END_64 in tail:
        raise Unreadable(NO_EXPORT)


def _member(archive: zipfile.ZipFile) -> bytes:
    found = [info for info in archive.infolist() if info.filename == JSON]
    names = [info.filename for info in archive.infolist()]
    if len(found) != 1 or any(_leads_out(name) for name in names):
        raise Unreadable(NO_EXPORT)
    (info,) = found
    if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable(NO_EXPORT)
    if info.file_size > LARGEST_JSON:
        raise Unreadable(_TOO_LARGE)
    whole = io.BytesIO()
    with archive.open(info) as source:
        # The header may lie: what arrives is counted.
        while piece := source.read(PIECE):
            if whole.tell() + len(piece) > LARGEST_JSON:
                raise Unreadable(_TOO_LARGE)
            whole.write(piece)
    return whole.getvalue()


_TOO_LARGE = f"Unpacked, this file is larger than {LARGEST_JSON // MB} MB. No export that we take is."


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")


def _parsed(raw: bytes) -> Export:
    if b"\0" in raw:
        raise Unreadable(NO_EXPORT)
    if raw.count(b"{") + raw.count(b"[") > MOST_OBJECTS or raw.count(b",") > MOST_VALUES:
        raise Unreadable("This file has more rows than any export that we take.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(NO_EXPORT) from error
    try:
        data = json.loads(text, parse_constant=_refused)
    except RecursionError as error:
        raise Unreadable("This file is nested too deep for an export.") from error
    except ValueError as error:
        raise Unreadable(NO_EXPORT) from error
    return _export(data)


def _refused(name: str) -> NoReturn:
    raise ValueError(name)


def _export(data: Any) -> Export:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Unreadable(NO_EXPORT)
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Unreadable(NO_EXPORT)
    if version > VERSION:
        raise Unreadable(
            f"This export has the format {version}; this Milepost reads formats up to {VERSION}. "
            "Update Milepost, then import it."
        )
    try:
        exported_at = read_time(data.get("exported_at"))
    except Unfit as error:
        raise Unreadable(NO_EXPORT) from error
    known = {section.name for section in sections()}
    rows = {}
    for name, found in data.items():
        if name in known:
            if not isinstance(found, list):
                raise Unreadable(f"“{name}” in this file is no list. Choose the export as it was downloaded.")
            rows[name] = found
    unknown = [name for name in data if name not in known | {"format", "version", "exported_at"}]
    return Export(exported_at, rows, tuple(name[:60] for name in unknown[:20]))
