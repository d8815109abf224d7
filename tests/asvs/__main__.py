"""Counts the requirements that are met: `python -m tests.asvs`; with `--write` into docs/security.md."""

import argparse
import sys

from tests.asvs import book, table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.asvs", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/security.md anew")
    rows = book.read()
    if parser.parse_args().write:
        table.FILE.write_text(table.text(rows), encoding="utf-8")
    for state, number in book.counts(rows).items():
        sys.stdout.write(f"{number:4} {state}\n")
    for row in rows:
        if row.state in (book.UNMET, book.UNSHOWN):
            sys.stdout.write(f"{row.number:8} {row.state}: {row.title}\n")


if __name__ == "__main__":
    main()
