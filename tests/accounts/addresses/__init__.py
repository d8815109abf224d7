"""The addresses of an account, a module per topic."""

from tests.accounts.addresses.api import API
from tests.accounts.addresses.data import DATA
from tests.accounts.addresses.devices import DEVICES
from tests.accounts.addresses.leaving import LEAVING
from tests.accounts.addresses.mail import MAIL
from tests.accounts.addresses.offline import OFFLINE
from tests.accounts.addresses.security import SECURITY
from tests.accounts.addresses.staff import STAFF
from tests.accounts.addresses.tokens import TOKENS
from tests.address import Address

OWN: dict[str, Address] = {
    **API,
    **DATA,
    **DEVICES,
    **LEAVING,
    **MAIL,
    **OFFLINE,
    **SECURITY,
    **STAFF,
    **TOKENS,
}
