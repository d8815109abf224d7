"""A new address that counts once the link sent to it was opened."""

from dataclasses import dataclass
from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from accounts.security_log import tell

SALT = "accounts.email-change"
VALID_FOR = timedelta(days=1)


@dataclass(frozen=True)
class EmailChange:
    """Nothing is stored before it is confirmed, so that nobody can reserve a stranger's address."""

    user: User
    email: str

    def token(self) -> str:
        """Return what the link carries. The present address is in it: the change itself spends it."""
        return signing.dumps([self.user.pk, self.user.email, self.email], salt=SALT)

    @classmethod
    def from_token(cls, token: str) -> "EmailChange | None":
        """Return the change that `token` stands for, or nothing for a forged, old or spent one."""
        try:
            pk, present, email = signing.loads(token, salt=SALT, max_age=VALID_FOR)
        except signing.BadSignature:
            return None
        user = User.objects.filter(pk=pk, email=present, is_active=True).first()
        return cls(user, email) if user else None

    def ask(self, request: HttpRequest) -> None:
        """Send the link, or tell the owner of an address that has an account of its own."""
        adapter = get_adapter()
        if User.objects.filter(email=self.email).exists():
            adapter.send_account_already_exists_mail(self.email)
        else:
            link = request.build_absolute_uri(reverse("account_confirm_new_email", args=[self.token()]))
            adapter.send_mail(
                "account/email/email_change",
                self.email,
                {"link": link, "user": self.user},
            )

    def make(self, *, verified: bool) -> None:
        """Change the address and tell the old one. Raise IntegrityError when another account has it."""
        old = self.user.email
        self.user.change_email(self.email, verified=verified)
        context = {"from_email": old, "to_email": self.email}
        tell("email_changed", self.user)
        get_adapter().send_notification_mail("account/email/email_changed", self.user, context, email=old)
