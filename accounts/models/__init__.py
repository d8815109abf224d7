"""The front door to the tables of accounts."""

from accounts.models.transfers import DataExport, DataImport
from accounts.models.user import User, UserManager, validate_time_zone

__all__ = ["DataExport", "DataImport", "User", "UserManager", "validate_time_zone"]
