"""What browsers say of themselves, in words."""

import pytest

from accounts.devices import UNKNOWN, is_handheld, network, words


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 "
            "Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.0 Safari/605.1.15",
            "Safari on macOS",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "CriOS/140.0 Mobile/15E148 Safari/604.1",
            "Chrome on iPhone",
        ),
        ("Mozilla/5.0 (X11; CrOS x86_64 1) Chrome/140.0 Safari/537.36", "Chrome on ChromeOS"),
        ("curl/8.5.0", "curl"),
        ("Something (Linux)", "A browser on Linux"),
        ("", UNKNOWN),
        ("<script>" * 1000, UNKNOWN),
    ],
)
def test_browser_and_system(agent: str, said: str) -> None:
    assert words(agent) == said


def test_phones_and_tablets_are_told_from_the_rest() -> None:
    assert is_handheld("Chrome on Android")
    assert not is_handheld("Chrome on ChromeOS")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("203.0.113.7", "203.0.…"),
        ("::ffff:203.0.113.7", "203.0.…"),
        ("2001:db8:77::1", "2001:db8:…"),
        ("127.0.0.1", "this machine"),
        ("::1", "this machine"),
        ("", ""),
        ("unix:", ""),
        ("x" * 5000, ""),
    ],
)
def test_networks_are_shortened(address: str, shown: str) -> None:
    assert network(address) == shown
