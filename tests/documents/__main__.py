"""Writes the documents that are made from the code: `python -m tests.documents`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs"


def documents() -> dict[str, Callable[[], str]]:
    from tests.documents import data, limits

    return {"data.md": data.text, "limits.md": limits.text}


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    for name, text in documents().items():
        (FOLDER / name).write_text(text(), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")


if __name__ == "__main__":
    main()
