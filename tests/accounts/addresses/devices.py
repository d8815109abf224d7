"""See tests/address.py."""

from tests.address import Address, mark

DEVICES: dict[str, Address] = {
    "settings/security/devices/": mark(
        "/settings/security/devices/", "/settings/security/", device="0" * 32, do=""
    ),
}
