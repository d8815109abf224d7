"""The front door to the tables of accounts."""

from accounts.models.transfers import DataExport, DataImport
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["DataExport", "DataImport", "User", "UserManager", "validate_time_zone"]
from accounts.models.counters import Allowance, Counter
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["Allowance", "Counter", "User", "UserManager", "validate_time_zone"]
from accounts.models.erasures import Erasure

__all__ = ["Erasure", "User", "UserManager", "validate_time_zone"]
from accounts.models.repeats import KeptAnswer, Repeat
from accounts.models.tokens import AccessToken, TooManyTokens

__all__ = [
    "AccessToken",
    "KeptAnswer",
    "Repeat",
    "TooManyTokens",
from accounts.models.deliveries import Bounce, Delivery
from accounts.models.subscriptions import MailKind, Subscription
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = [
    "Bounce",
    "Delivery",
    "MailKind",
    "Subscription",
    "User",
    "UserManager",
    "validate_time_zone",
]
from accounts.models.sessions import Session
from accounts.models.sign_ins import SignIn, StrangerTries

__all__ = ["Session", "SignIn", "StrangerTries", "User", "UserManager", "validate_time_zone"]
from accounts.models.changes import AppliedChange
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["AppliedChange", "User", "UserManager", "validate_time_zone"]
