"""Tags that every template has without loading them."""

import functools

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roadmap import days

register = template.Library()


@register.simple_tag
@functools.cache
def icon(name: str) -> SafeString:
    """Return the decorative icon `name` of static/icons.svg; the text beside it carries the meaning."""
    return format_html(
        '<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name
    )


@register.filter
def hours(amount: float) -> str:
    """Print hours as people write them: 5, 2.5, 1,204."""
    return days.hours(amount)
