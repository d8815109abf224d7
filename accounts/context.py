"""What every page knows of its reader."""

from typing import NamedTuple

from django.http import HttpRequest

from accounts.device import account_key
from accounts.models import User

THEME_COOKIE = "theme"


class Reader(NamedTuple):
    """What pieces of pages that are kept may depend on; they take it for `user`."""

    is_authenticated: bool
    is_staff: bool
    shortcuts: bool


def reader(request: HttpRequest) -> dict[str, object]:
    """Return the reader and the theme to print: the account's, or the cookie's for those without one."""
    user = getattr(request, "user", None)
    if isinstance(user, User):
        chosen, known = user.theme, Reader(True, user.is_staff, user.shortcuts)
    else:
        chosen, known = request.COOKIES.get(THEME_COOKIE, ""), Reader(False, False, False)
    return {"theme": chosen if chosen in User.Theme.values else User.Theme.SYSTEM, "reader": known}


def device(request: HttpRequest) -> dict[str, str]:
    """Return under which name a device keeps what is the reader's; nothing for visitors."""
    user = getattr(request, "user", None)
    return {"account": account_key(user.pk) if isinstance(user, User) else ""}
