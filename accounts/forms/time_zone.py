"""Choosing a time zone, and guessing it."""

import functools
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from accounts import time_zones
from accounts.models import validate_time_zone


@functools.cache
def _options() -> SafeString:
    """Return every zone by area, none chosen: six hundred options that are the same for everyone."""
    groups = (
        (
            area,
            format_html_join("", '<option value="{}">{}</option>', ((name, name) for name in names)),
        )
        for area, names in time_zones.by_area().items()
    )
    return format_html_join("", '<optgroup label="{}">{}</optgroup>', groups)


class TimeZoneSelect(forms.Select):
    """The chosen zone first, with the time it has there, then all of them.

    Django's own select renders a template per option, which costs 40 ms here.
    """

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = time_zones.known_or_utc(value)
        attributes = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html(
            '<select{}><option value="{}" selected>{}, {} now</option>{}</select>',
            format_html_join(
                "",
                ' {}="{}"',
                ((key, value) for key, value in attributes.items() if value is not True),
            ),
            chosen,
            chosen,
            time_zones.clock(chosen, timezone.now()),
            _options(),
        )


class TimeZoneField(forms.CharField):
    """One zone of the list."""

    widget = TimeZoneSelect
    default_validators = [validate_time_zone]
    default_error_messages = {"required": "Choose a time zone from the list."}


class GuessedTimeZoneField(forms.Field):
    """What the browser says, hidden; UTC when it says nothing or something unknown. Never an error."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> str:
        return time_zones.known_or_utc(value)
