"""The front door to the tables of accounts."""

from accounts.models.erasures import Erasure
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Erasure", "User", "UserManager", "validate_time_zone"]
