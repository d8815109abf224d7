"""The addresses of the guide."""

from tests.address import Address

GUIDE: dict[str, Address] = {}
