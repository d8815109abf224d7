"""See tests/address.py."""

from tests.address import Address

API: dict[str, Address] = {}
