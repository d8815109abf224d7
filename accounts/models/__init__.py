"""The front door to the tables of accounts."""

from accounts.models.changes import AppliedChange
from accounts.models.counters import Allowance, Counter
from accounts.models.deliveries import Bounce, Delivery
from accounts.models.erasures import Erasure
from accounts.models.looks import StaffLook
from accounts.models.repeats import KeptAnswer, Repeat
from accounts.models.sessions import Session
from accounts.models.sign_ins import SignIn, StrangerTries
from accounts.models.subscriptions import MailKind, Subscription
from accounts.models.tokens import AccessToken, TooManyTokens
from accounts.models.transfers import DataExport, DataImport
from accounts.models.user import User, UserManager, validate_time_zone
from accounts.models.warnings import InactivityWarning

__all__ = [
    "AccessToken",
    "Allowance",
    "AppliedChange",
    "Bounce",
    "Counter",
    "DataExport",
    "DataImport",
    "Delivery",
    "Erasure",
    "InactivityWarning",
    "KeptAnswer",
    "MailKind",
    "Repeat",
    "Session",
    "SignIn",
    "StaffLook",
    "StrangerTries",
    "Subscription",
    "TooManyTokens",
    "User",
    "UserManager",
    "validate_time_zone",
]
