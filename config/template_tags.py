"""Tags that every template has without loading them."""

import datetime
import functools

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.doors import Door
from accounts.doors import doors as all_doors
from accounts.models import User
from config import request_id
from roadmap import days, fragments

register = template.Library()


@register.simple_tag
@functools.cache
def icon(name: str) -> SafeString:
    """Return the decorative icon `name` of static/icons.svg; the text beside it carries the meaning."""
    return format_html(
        '<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )


@register.simple_tag(takes_context=True)
def kept(context: template.Context, name: str, **values: object) -> SafeString:
    """Print the template `name`, rendered once for the same `values`; it sees nothing else."""
    return fragments.kept(name, {"csrf_token": context.get("csrf_token", "")}, **values)


@register.simple_tag
def request_number() -> str:
    """Print the number that log lines about this request carry."""
    return request_id.current.get()


@register.simple_tag
def doors() -> list[Door]:
    """Return the accounts elsewhere that one may log in with."""
    return all_doors()


@register.filter
def at(moment: datetime.datetime, user: User) -> str:
    """Print a moment on the reader's own clock: “Jul 19, 2026, 21:40”."""
    local = user.local(moment)
    return f"{local:%b} {local.day}, {local:%Y, %H:%M}"


@register.filter
def hours(amount: float) -> str:
    """Print hours as people write them: 5, 2.5, 1,204."""
    return days.hours(amount)


@register.filter
def duration(minutes: int) -> str:
    """Print minutes as people say them: 45 min, 2 h, 3 h 30 min."""
    return days.duration(minutes)


@register.filter
def link_words(url: str) -> str:
    """Return an address as it is read: “github.com/you/project”, at most 60 characters."""
    words = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return words if len(words) <= 60 else f"{words[:59]}…"
