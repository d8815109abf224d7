"""What every page knows of its reader."""

from django.http import HttpRequest

from accounts.models import User

THEME_COOKIE = "theme"


def theme(request: HttpRequest) -> dict[str, str]:
    """Return the theme to print: the account's, or the cookie's for those without an account."""
    user = getattr(request, "user", None)
    chosen = user.theme if isinstance(user, User) else request.COOKIES.get(THEME_COOKIE, "")
    return {"theme": chosen if chosen in User.Theme.values else User.Theme.SYSTEM}
