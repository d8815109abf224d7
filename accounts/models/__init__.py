"""The front door to the tables of accounts."""

from accounts.models.sessions import Session
from accounts.models.sign_ins import SignIn, StrangerTries
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Session", "SignIn", "StrangerTries", "User", "UserManager", "validate_time_zone"]
