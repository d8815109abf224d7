"""The addresses of interviews, mock ones, and what was asked."""

from tests.address import Address

INTERVIEWS: dict[str, Address] = {}
