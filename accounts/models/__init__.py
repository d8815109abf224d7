"""The front door to the tables of accounts."""

from accounts.models.transfers import DataExport, DataImport
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["DataExport", "DataImport", "User", "UserManager", "validate_time_zone"]
from accounts.models.counters import Allowance, Counter
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Allowance", "Counter", "User", "UserManager", "validate_time_zone"]
from accounts.models.erasures import Erasure
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Erasure", "User", "UserManager", "validate_time_zone"]
from accounts.models.repeats import KeptAnswer, Repeat
from accounts.models.tokens import AccessToken, TooManyTokens
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = [
    "AccessToken",
    "KeptAnswer",
    "Repeat",
    "TooManyTokens",
    "User",
    "UserManager",
    "validate_time_zone",
]
