"""See tests/address.py."""

from tests.address import Address

DATA: dict[str, Address] = {}
