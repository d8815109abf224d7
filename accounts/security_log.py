"""What the log says about an account: the event and whose it is, never an address or a secret."""

import logging

from accounts.models import User

logger = logging.getLogger("milepost.security")


def tell(event: str, user: User | None = None) -> None:
    """Log `event`; without `user` nobody is logged in, or nobody has the address that was typed."""
    logger.info(event, extra={"event": event, "user_id": user.pk if user else None})
