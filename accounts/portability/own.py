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
            "accounts.AccessToken": NEVER,
            "accounts.AppliedChange": "It keeps a change made offline from being applied twice, for a while.",
            "accounts.Bounce": "It tells that mail from this installation did not arrive.",
            "accounts.DataExport": "It is the export itself, and is gone after a day.",
            "accounts.DataImport": "It is a file on its way in, and is gone after an hour.",
            "accounts.Delivery": "It keeps this installation from sending the same mail twice.",
            "accounts.InactivityWarning": "It tells when this installation wrote that you were away.",
            "accounts.Repeat": "It keeps a script's request from being done twice, for a while.",
            "accounts.Session": "It is a log-in to this installation.",
            "accounts.SignIn": "It is a log-in to this installation; the security page shows them.",
            "accounts.StaffLook": "It is this installation's record of what its staff looked at.",
            "accounts.Subscription": "Mail is asked for at each installation; switch it on again there.",
            "admin.LogEntry": "It tells what staff changed in the catalogue.",
            "mfa.Authenticator": NEVER,
            "roadmap.ResetSnapshot": "Only Undo needs it, for an hour.",
        }
    )
