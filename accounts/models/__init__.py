"""The front door to the tables of accounts."""

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
