"""A résumé and a letter as plain text, for forms that take nothing else. Pure, no Django."""

from collections.abc import Iterable, Iterator

from career.resume_sheet import Entry, Sheet


def written(sheet: Sheet) -> str:
    """Return the sheet in the order in which it is read, headings in capitals, addresses in full."""
    return "\n\n".join(filter(None, map(str.strip, _blocks(sheet)))) + "\n"


def _blocks(sheet: Sheet) -> Iterator[str]:
    contact = (sheet.place, sheet.email, sheet.phone, *sheet.links)
    yield "\n".join(filter(None, (sheet.name, *contact)))
    yield sheet.summary
    if sheet.skills:
        yield _chapter("Skills", (f"{group.name}: {group.words}" for group in sheet.skills))
    for title, entries in sheet.chapters:
        between = "\n" if title == "Education" else "\n\n"
        yield f"{title.upper()}\n{between.join(map(_entry, entries))}"


def _chapter(title: str, lines: Iterable[str]) -> str:
    return "\n".join((title.upper(), *lines))


def _entry(entry: Entry) -> str:
    head = f"{entry.title} ({entry.years})" if entry.years else entry.title
    return "\n".join(filter(None, (head, entry.link, *(f"- {line}" for line in entry.lines))))
