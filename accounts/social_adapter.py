"""An account elsewhere opens the account that it was connected to, and no other."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render

from accounts.forms.fields import validate_storable
from accounts.models import User


class SocialAdapter(DefaultSocialAccountAdapter):
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Never join by address alone: whoever holds it elsewhere need not be who signed up here with it."""
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        email = getattr(sociallogin.user, "email", "")
        if not email or User.objects.filter(email__iexact=email).exists():
            name = sociallogin.account.get_provider().name
            raise ImmediateHttpResponse(
                render(request, "account/door_unknown.html", {"name": name}, status=403)
            )

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        user = super().populate_user(request, sociallogin, data)
        user.email = user.email.lower()
        name = " ".join(str(data.get("name") or "").split())[:60]
        try:
            validate_storable(name)
        except ValidationError:
            name = ""
        user.display_name = name
        return user

    def get_requests_session(self) -> Any:
        """Ask the provider only, wherever it would send us."""
        session = super().get_requests_session()  # type: ignore[no-untyped-call]  # allauth's
        session.max_redirects = 0
        return session

    def validate_disconnect(self, account: SocialAccount, accounts: Any) -> None:
        """Allowed whenever allauth allows it: with a password, or another one left."""
