"""Which addresses a learner may give."""

import pytest
from django.core.exceptions import ValidationError

from roadmap.links import MOST, HttpLinkField, http_url


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/alice/rents",
        "http://example.org",
        "HTTPS://Example.org/a?b=c&d=%20#e",
        "https://münchen.example/straße",
        "https://localhost:8000/demo",
        "https://[2001:db8::1]/x",
    ],
)
def test_pages_that_a_browser_opens_are_taken(address: str):
    http_url(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://example.org",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "mailto:alice@example.org",
        "//example.org/a",
        "github.com/alice/rents",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://example.org/\nLocation: x",
        "https://example.org/\x00",
        "https://example.org/\u202efdp.exe",
        "https://[::1",
        "javascript://example.org/%0aalert(1)",
    ],
)
@pytest.mark.asvs("1.2.2")
def test_anything_else_is_refused_with_a_way_out(address: str):
    with pytest.raises(ValidationError) as refusal:
        http_url(address)
    assert "https://github.com/you/project" in refusal.value.message


def test_a_name_in_front_of_the_host_is_refused():
    with pytest.raises(ValidationError, match="hides where the link leads"):
        http_url("https://bank.example@elsewhere.example/")


def test_a_field_says_what_is_wrong_with_a_long_one():
    with pytest.raises(ValidationError, match=f"under {MOST} characters"):
        HttpLinkField().clean("https://example.org/" + "a" * MOST)
    assert HttpLinkField(required=False).clean("  ") == ""
    assert HttpLinkField().clean(" https://example.org/a ") == "https://example.org/a"
