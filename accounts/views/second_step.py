"""The second step of a log-in, and proving once more who one is: allauth's views with our forms."""

from typing import Any

from allauth.account import views as account_views
from allauth.account.internal.templatekit import get_entrance_context_data
from allauth.mfa.base import views as code_views
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as passkey_views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse

from accounts.forms import PasskeyStepForm
from accounts.views.entrance import with_our_codes

CODES = {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}


def types_of(user: Any) -> set[str]:
    return set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))


class SecondStepView(code_views.AuthenticateView):
    template_name = "account/second_step.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave out the passkey's challenge: it is made when its button is pressed."""
        types = types_of(self.stage.login.user)
        return {
            **get_entrance_context_data(self.request),
            "form": self.form if self.form and self.form.errors else self.auth_form,
            "code_form": self.auth_form if types & CODES else None,
            "has_passkey": Authenticator.Type.WEBAUTHN in types,
            "has_app": Authenticator.Type.TOTP in types,
        }


class ConfirmMixin:
    """One page for three proofs: the one that it is for, and buttons to the others."""

    request: Any

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        data: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # a view's
        types = types_of(self.request.user)
        return data | {
            "has_password": self.request.user.has_usable_password(),
            "has_code": bool(types & CODES),
            "has_passkey": Authenticator.Type.WEBAUTHN in types,
        }


class PasswordView(ConfirmMixin, account_views.ReauthenticateView):
    template_name = "account/reauthenticate.html"


class CodeView(ConfirmMixin, code_views.ReauthenticateView):
    template_name = "account/reauthenticate.html"


class PasskeyView(ConfirmMixin, passkey_views.ReauthenticateWebAuthnView):
    template_name = "account/reauthenticate.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Go round allauth's own, which makes a challenge that nobody may want."""
        data = account_views.BaseReauthenticateView.get_context_data(self, **kwargs)
        return data | {
            "has_password": self.request.user.has_usable_password(),
            "has_code": bool(types_of(self.request.user) & CODES),
            "has_passkey": True,
        }

    def form_invalid(self, form: PasskeyStepForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form))


second_step = login_not_required(with_our_codes(SecondStepView.as_view()))
confirm_by_password = with_our_codes(PasswordView.as_view())
confirm_by_code = with_our_codes(CodeView.as_view())
confirm_by_passkey = with_our_codes(PasskeyView.as_view())
