"""See tests/address.py."""

from tests.address import Address

DEVICES: dict[str, Address] = {}
