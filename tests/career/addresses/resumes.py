"""The addresses of résumés and cover letters."""

from tests.address import Address

RESUMES: dict[str, Address] = {}
