"""The addresses of job texts."""

from tests.address import Address

JOB_TEXTS: dict[str, Address] = {}
