"""See tests/address.py."""

from tests.address import Address

TOKENS: dict[str, Address] = {}
