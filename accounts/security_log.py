"""What the log says about an account: the event and whose it is, never an address or a secret."""

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accounts.models import User

logger = logging.getLogger("milepost.security")


def tell(event: str, user: "User | int | None" = None, **more: int | str) -> None:
    """Log `event` of `user` (or their number), with numbers and fixed words beside it.

    Without `user` nobody is logged in, or nobody has the address that was typed.
    """
    number = getattr(user, "pk", user)
    logger.info(event, extra={"event": event, "user_id": number, **more})
