"""See tests/address.py."""

from tests.address import Address

MAIL: dict[str, Address] = {}
