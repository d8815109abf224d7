"""The front door to the tables of accounts."""

from accounts.models.erasures import Erasure
from accounts.models.looks import StaffLook
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Erasure", "StaffLook", "User", "UserManager", "validate_time_zone"]
