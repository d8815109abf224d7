"""See tests/address.py."""

from tests.address import Address

LEAVING: dict[str, Address] = {}
