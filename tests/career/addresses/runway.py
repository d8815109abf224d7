"""The addresses of the savings runway."""

from tests.address import Address

RUNWAY: dict[str, Address] = {}
