"""What of the account itself is taken along, and what never is."""

from accounts.models import User
from accounts.portability.register import Section, leave_out, register

NEVER = "It is for this installation alone and opens the account."


def add() -> None:
    """Register the sections of accounts."""
    register(
        Section(
            "account",
            User,
            "Your name, time zone and looks. The address and the day you joined are for you to read: "
            "an import changes neither.",
            ("display_name",),
            left_out={
                "password": NEVER,
                "last_login": "It is of this installation alone.",
                "is_staff": "Only who runs the site gives rights.",
                "is_superuser": "Only who runs the site gives rights.",
                "is_active": "Only who runs the site gives rights.",
                "groups": "Only who runs the site gives rights.",
                "user_permissions": "Only who runs the site gives rights.",
            },
            fixed=("email", "date_joined"),
            most=1,
        )
    )
    leave_out(
        {
            "account.EmailAddress": "The address is in the section account; this site alone confirms it.",
            "account.EmailConfirmation": NEVER,
            "accounts.DataExport": "It is the export itself, and is gone after a day.",
            "accounts.DataImport": "It is a file on its way in, and is gone after an hour.",
            "accounts.InactivityWarning": "It says that you were away.",
            "accounts.StaffLook": "It says when staff looked at rows of yours here; ask who runs the site for it.",
            "admin.LogEntry": "It tells what staff changed in the catalogue.",
        }
    )
