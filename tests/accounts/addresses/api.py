"""See tests/address.py. What tokens open is in tests/api, operation by operation."""

from tests.address import EVERYONE, READ, TOKEN, Address
from tests.api.calls import ROUTES

API: dict[str, Address] = {
    "api/docs": Address("/api/docs", EVERYONE, READ),
    "api/v1/openapi.json": Address("/api/v1/openapi.json", EVERYONE, READ),
    **{route: Address(path, TOKEN, methods) for route, (path, methods) in ROUTES.items()},
}
