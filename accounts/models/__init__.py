"""The front door to the tables of accounts."""

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
