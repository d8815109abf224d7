"""The addresses of readiness by tier and target companies."""

from tests.address import Address

READINESS: dict[str, Address] = {}
