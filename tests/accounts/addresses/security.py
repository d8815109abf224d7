"""See tests/address.py."""

from tests.address import Address

SECURITY: dict[str, Address] = {}
