"""See tests/address.py."""

from tests.address import Address

OFFLINE: dict[str, Address] = {}
