"""How Milepost looks and what it calls you."""

from django import forms
from django.db import transaction
from django.utils import timezone

from accounts.forms.fields import NameField
from accounts.forms.time_zone import TimeZoneField
from accounts.models import Subscription, User


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(
        choices=User.Theme.choices,
        error_messages={
            "required": "Choose one of the three themes.",
            "invalid_choice": "There is no such theme; choose one of the three.",
        },
    )


class SettingsForm(ThemeForm):
    field_order = ["display_name", "time_zone", "theme", "shortcuts"]

    display_name = NameField()
    time_zone = TimeZoneField(label="Time zone")
    shortcuts = forms.BooleanField(label="Keyboard shortcuts on the roadmap", required=False)

    @classmethod
    def of(cls, user: User) -> "SettingsForm":
        return cls(initial={name: getattr(user, name) for name in cls.base_fields})

    @transaction.atomic
    def save(self, user: User) -> None:
        moved = user.time_zone != self.cleaned_data["time_zone"]
        for name, value in self.cleaned_data.items():
            setattr(user, name, value)
        user.save(update_fields=list(self.cleaned_data))
        if moved:
            Subscription.objects.move(user, timezone.now())
