"""The front door to the tables of accounts."""

from accounts.models.counters import Allowance, Counter
from accounts.models.erasures import Erasure
from accounts.models.repeats import KeptAnswer, Repeat
from accounts.models.tokens import AccessToken, TooManyTokens
from accounts.models.transfers import DataExport, DataImport
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = [
    "AccessToken",
    "Allowance",
    "Counter",
    "DataExport",
    "DataImport",
    "Erasure",
    "KeptAnswer",
    "Repeat",
    "TooManyTokens",
    "User",
    "UserManager",
    "validate_time_zone",
]
