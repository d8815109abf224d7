"""Writes docs/permissions.md: `python -m tests.matrix`. A test fails when it is out of date."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent.parent / "docs" / "permissions.md"
HEAD = """# Who may do what

Made from `tests/addresses.py` and `tests/matrix/expected.py` by `python -m tests.matrix`; `tests/matrix/`
asks for every cell. A number is the status of the answer, *log in* a redirect to the log-in page. `200` shows
a page, `401` asks for an access token, `302` leads on to another page, `303` follows a form that was done,
`404` says that there is no such thing (a row of somebody else's does not exist), `422` refuses a form in
words.

The rows are Alice's: *owner* is Alice, *another learner* somebody who asks for her rows by their ids,
*suspended* Alice after her account was closed. Staff without rights are learners like any other; what staff
with rights see is decided in `/admin/` by Django's permissions. `HEAD` is answered as `GET`, any other method
with 405 (or the way to log in), and a form without a valid token or from another site with 403.

Whoever may see or change a row may see and change all the fields of its form, and no others: the account, the
moment of its making and the keys of a row are never taken from a form. A public profile shows only what its
owner switched on.

Under `/api/v1/` a session changes nothing. With an access token of hers, Alice may do there what its scopes
say (see `/api/docs`); another learner's token gets 404 for her rows; `tests/api/` asks every operation.

| address | method | nobody | owner | another learner | staff without rights | suspended |
|---|---|---|---|---|---|---|
"""


def table() -> Iterator[str]:
    from tests.addresses import ADDRESSES
    from tests.matrix.expected import answer_to
    from tests.matrix.roles import Role

    for route in sorted(ADDRESSES):
        address = ADDRESSES[route]
        for method in ("GET", "POST", "PUT", "DELETE"):
            if method in address.methods:
                answers = " | ".join(str(answer_to(route, address, method, role)) for role in Role)
                yield f"| `/{route.replace('|', '∣')}` | {method} | {answers} |\n"


def text() -> str:
    return HEAD + "".join(table())


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    FILE.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{FILE.name}: {len(text().splitlines())} lines\n")


if __name__ == "__main__":
    main()
