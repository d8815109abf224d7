"""Which mail a learner wants, and when."""

import datetime

from django import forms

from accounts.models import MailKind, Subscription, User

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNKNOWN_DAY = "Choose one of the seven days."


class MailForm(forms.Form):
    digest = forms.BooleanField(label=MailKind.DIGEST.label, required=False)
    follow_ups = forms.BooleanField(label=MailKind.FOLLOW_UPS.label, required=False)
    quiet = forms.BooleanField(label=MailKind.QUIET.label, required=False)
    weekday = forms.TypedChoiceField(
        label="Digest day",
        coerce=int,
        choices=list(enumerate(WEEKDAYS, 1)),
        error_messages={"required": UNKNOWN_DAY, "invalid_choice": UNKNOWN_DAY},
    )
    at = forms.TimeField(
        label="At",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H:%M:%S"],
        error_messages={
            "required": "Write an hour, such as 18:00.",
            "invalid": "Write the hour as 18:00, on the clock of 24 hours.",
        },
    )

    @classmethod
    def of(cls, user: User) -> "MailForm":
        rows = Subscription.objects.of(user)
        digest = rows[MailKind.DIGEST]
        return cls(
            initial={kind.name.lower(): rows[kind].is_on for kind in MailKind}
            | {"weekday": digest.weekday, "at": digest.at}
        )

    @property
    def when(self) -> str:
        """Return “Sunday at 18:00”, as it is kept."""
        if self.is_bound:
            return "on the day below"
        return f"{WEEKDAYS[self.initial['weekday'] - 1]} at {self.initial['at']:%H:%M}"

    def clean_at(self) -> datetime.time:
        at: datetime.time = self.cleaned_data["at"]
        return at.replace(second=0, microsecond=0)

    def save(self, user: User, now: datetime.datetime) -> None:
        """Keep what changed; what did not stays due when it was."""
        rows, changed = Subscription.objects.of(user), []
        for kind in MailKind:
            row, on = rows[kind], self.cleaned_data[kind.name.lower()]
            weekday, at = row.weekday, row.at
            if kind == MailKind.DIGEST:
                weekday, at = self.cleaned_data["weekday"], self.cleaned_data["at"]
            if (row.is_on, row.weekday, row.at) != (on, weekday, at):
                row.set(on=on, now=now, weekday=weekday, at=at)
                changed.append(row)
        if changed:
            Subscription.objects.put(changed)
