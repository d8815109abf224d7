"""The front door to the tables of accounts."""

from accounts.models.changes import AppliedChange
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["AppliedChange", "User", "UserManager", "validate_time_zone"]
