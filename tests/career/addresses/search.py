"""The addresses of the funnel, import and export, contacts and presence."""

from tests.address import Address

SEARCH: dict[str, Address] = {}
