"""The addresses of offers and negotiation."""

from tests.address import Address

OFFERS: dict[str, Address] = {}
