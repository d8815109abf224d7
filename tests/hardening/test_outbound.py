"""The server asks nobody for anything, whatever address a person names."""

import socket
import urllib.request

import pytest

from tests.hardening.outbound import WentOut, is_here
from tests.person import Person
from tests.factories import make_user

# Addresses that servers were tricked into asking: metadata, this machine in disguise, names that change.
TRAPS = [
    "http://169.254.169.254/latest/meta-data/",
    "http://127.0.0.1:22/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://localhost.example.org/",
    "https://example.org@127.0.0.1/",
    "https://example.org/",
]


@pytest.mark.asvs("1.3.6", "13.2.4", "13.2.5")
def test_a_connection_to_elsewhere_is_stopped():
    """The guard is closed for the whole suite; here it is seen to hold."""
    with pytest.raises(WentOut), socket.socket() as probe:
        probe.connect(("192.0.2.1", 80))
    with pytest.raises(WentOut):
        urllib.request.urlopen("http://example.org/")


def test_this_machine_is_open():
    with socket.socket() as door, socket.socket() as probe:
        door.bind(("127.0.0.1", 0))
        door.listen()
        probe.connect(door.getsockname())


@pytest.mark.parametrize(
    ("address", "here"),
    [
        (("127.0.0.1", 80), True),
        (("::1", 80, 0, 0), True),
        ("/run/postgresql/.s.PGSQL.5432", True),
        (("localhost", 80), True),
        (("169.254.169.254", 80), False),
        (("example.org", 80), False),
        (("::ffff:8.8.8.8", 80, 0, 0), False),
    ],
)
def test_what_is_here(address: object, here: bool):
    assert is_here(address) is here


@pytest.mark.asvs("1.3.6")
@pytest.mark.parametrize("url", TRAPS)
def test_an_address_that_a_person_names_is_kept_and_not_asked(db: None, url: str):
    alice = Person(make_user())
    link = {"what": "link", "url": url, "title": "A link", "link_kind": "post", "day": "2026-01-05"}
    # The guard raises in the middle of the request if it is.
    assert alice.send("/skills/py-syntax/evidence/", link).status_code in (303, 422)
    assert alice.send("/career/new/", {"company": "Acme", "url": url}).status_code in (303, 422)
