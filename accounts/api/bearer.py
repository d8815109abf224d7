"""Who asks: an access token in the Authorization header, and nothing else."""

from allauth.core.internal import ratelimit  # the public module lets every GET pass
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security.base import AuthBase

from accounts.api import allowance
from accounts.api.problems import Problem
from accounts.limits import longest_wait
from accounts.models import AccessToken
from accounts.security_log import tell


class Bearer(AuthBase):
    """Asks for a token with `scope`; "" is content with any."""

    openapi_type = "http"
    openapi_scheme = "bearer"
    openapi_description = "An access token of yours, made in the settings; it begins with mp_."

    def __init__(self, scope: str = "") -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> AccessToken:
        """Return the token and make its learner the request's user. Raises Problem."""
        if settings.HTTPS and not request.is_secure():
            raise Problem("https-needed")
        now = timezone.now()
        kind, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        token = AccessToken.objects.known(secret.strip(), now) if kind.lower() == "bearer" else None
        if token is None:
            raise _unknown(request, kind)
        request.user = token.user
        request.allowance = allowance.count(token, now.timestamp())  # type: ignore[attr-defined]  # for `door`
        if self.scope and self.scope not in token.scopes:
            tell("forbidden", token.user_id)
            raise Problem(
                "scope-missing",
                f"This token lacks {self.scope}. Make one that has it, in the settings.",
                scope=self.scope,
                headers={"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{self.scope}"'},
            )
        token.mark_used(now)
        return token


def _unknown(request: HttpRequest, kind: str) -> Problem:
    """Return the same refusal for a token that never was, has expired or was revoked."""
    if kind and not ratelimit.consume(request, app="allauth.account", action="api_failed", limit_get=True):
        return Problem("too-many-requests", headers={"Retry-After": str(longest_wait("api_failed"))})
    if kind:
        tell("log_in_failed", way="token")
    error = ', error="invalid_token"' if kind else ""
    return Problem("unauthorized", headers={"WWW-Authenticate": f'Bearer realm="Milepost"{error}'})
