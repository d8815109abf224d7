"""The addresses of applications, their stages and their history."""

from tests.address import Address

APPLICATIONS: dict[str, Address] = {}
