"""Who you are, asked once more before anything that hurts."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponseBase

View = Callable[..., HttpResponseBase]


def confirmed(view: View) -> View:
    """Let through who proved within the last 10 minutes who they are, by password, app or passkey.

    Others are asked for it first; a POST of theirs goes on by itself afterwards. To have logged in is not
    enough: the browser may have been left open since.
    """
    guarded: View = reauthentication_required(view)
    return guarded


def confirmed_to_change(view: View) -> View:
    """Like `confirmed`, but whoever only looks is not asked."""
    guarded: View = reauthentication_required(view, allow_get=True)
    return guarded
