"""The addresses of the guide."""

from tests.address import EVERYONE, READ, Address

GUIDE: dict[str, Address] = {
    "guide/": Address("/guide/", EVERYONE, READ),
    "guide/print/": Address("/guide/print/", EVERYONE, READ),
    "guide/<slug:slug>/": Address("/guide/pay/", EVERYONE, READ),
}
