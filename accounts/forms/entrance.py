"""Signing up and logging in."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from accounts.forms.fields import EmailField, NameField, PasswordField
from accounts.forms.time_zone import GuessedTimeZoneField
from accounts.models import User
from accounts.passwords import LengthValidator
from accounts.stand_in import pretend_to_sign_up


class SignUpForm(allauth_forms.SignupForm):
    field_order = ["display_name", "email", "password1", "time_zone"]

    display_name = NameField()
    time_zone = GuessedTimeZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = EmailField()
        self.fields["password1"] = PasswordField(
            autocomplete="new-password",
            help_text=LengthValidator().get_help_text(),
            error_messages={"required": "Choose a password."},
        )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if password := data.get("password1"):
            try:
                validate_password(password, User(display_name=data.get("display_name", "")))
            except ValidationError as error:
                self.add_error("password1", error)
        return data

    def save(self, request: HttpRequest) -> AbstractBaseUser:
        """Return the new account. Raise IntegrityError when its address was taken a moment ago."""
        with transaction.atomic():
            return super().save(request)

    def try_save(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, HttpResponse | None]:
        if self.account_already_exists:
            pretend_to_sign_up(self.cleaned_data["password1"])
        saved: tuple[AbstractBaseUser | None, HttpResponse | None] = super().try_save(request)
        return saved


class LogInForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = EmailField(autocomplete="username")
        self.fields["password"] = PasswordField()
        self.fields["remember"] = forms.BooleanField(
            label="Keep me logged in on this device", required=False, initial=True
        )
        self.order_fields(["login", "password", "remember"])

    def clean(self) -> dict[str, Any]:
        try:
            data: dict[str, Any] = super().clean()  # type: ignore[no-untyped-call]  # allauth's
        except ValidationError:
            for name in ("login", "password"):
                self.fields[name].widget.attrs |= {
                    "aria-invalid": "true",
                    "aria-describedby": "errors",
                }
            raise
        return data


class ReauthenticateForm(allauth_forms.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = PasswordField()
