"""See tests/address.py."""

from tests.address import Address

STAFF: dict[str, Address] = {}
