"""The part of docs/export.md that the code says: `python -m tests.accounts.export_doc` writes it anew."""

from collections.abc import Iterator
from pathlib import Path

DOC = Path(__file__).resolve().parent.parent.parent / "docs" / "export.md"
MARK = "<!-- What follows is written by tests/accounts/export_doc.py. -->\n"


def described() -> str:
    """Return what each section holds, and what is left out."""
    return "\n".join(_lines()) + "\n"


def whole() -> str:
    """Return the document with its generated part as the code says it."""
    return DOC.read_text().partition(MARK)[0] + MARK + described()


def _lines() -> Iterator[str]:
    from accounts.portability import documents, left_out, sections
    from accounts.portability.columns import KINDS, columns

    yield "\n## Sections\n"
    for section in sections():
        yield f"### {section.name}\n\n{section.about}{_ways(section)}\n"
        yield "| field | | |\n|---|---|---|"
        for column in columns(section):
            kind = KINDS[column.kind]
            if column.kind == "own":
                kind = f"`{column.target_section.uid}` of a row of {column.target_section.name}"
            if column.field.choices:
                values = ", ".join(f"`{value}`" for value, _ in column.field.flatchoices if value != "")
                kind = f"{kind}: {values}"
            may = "or null" if column.null else "read only" if column.name in section.fixed else ""
            yield f"| `{column.name}` | {kind} | {may} |"
        for name, reason in section.left_out.items():
            yield f"| {name} | not in it | {reason} |"
        yield ""
    yield "## Texts\n"
    yield from (f"- {document.about}" for document in documents())
    yield "\n## Left out\n\n| table | why |\n|---|---|"
    yield from (f"| {label} | {reason} |" for label, reason in sorted(left_out().items()))


def _ways(section: object) -> str:
    from accounts.portability import Section

    assert isinstance(section, Section)
    said = ""
    if section.changed:
        said += f" The later `{section.changed}` wins."
    elif section.part_of:
        said += f" These come with the version of their `{section.part_of}` that wins."
    if section.numbered:
        said += f" A `{section.numbered}` that is taken becomes the next free one."
    each = f" for each `{section.per}`" if section.per else ""
    return said if section.most == 10_000 else f"{said} At most {section.most:,}{each}."


if __name__ == "__main__":
    import django

    django.setup()
    DOC.write_text(whole())
