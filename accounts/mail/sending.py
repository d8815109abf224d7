"""Sends what is due, each once.

What is due is leased for ten minutes, so that of several runs each has its own and that of a killed one
comes back. Its period is claimed, a row that only one can make. Just before the text goes to the mail
server the claim becomes `handed`, and from then on it is never tried again: at most once after DATA.
Before, it is tried until a day has passed.
"""

import datetime
import logging
import time
from collections.abc import Callable, Sequence

from allauth.account.models import EmailAddress

from accounts.mail.letters import Letter, Nothing, Writer, desks, message_of
from accounts.mail.post import Answer, Down, NotOurs, Parcel, Post
from accounts.mail.schedule import LATE, next_try
from accounts.models import Bounce, Delivery, Subscription

logger = logging.getLogger(__name__)

BATCH = 25
LEASE = datetime.timedelta(minutes=10)


def send_due(now: datetime.datetime) -> int:
    """Send all that is due at `now`; return how many the mail server took."""
    began, sent = time.monotonic(), 0

    def clock() -> datetime.datetime:
        return now + datetime.timedelta(seconds=time.monotonic() - began)

    with Post() as post:
        while rows := Subscription.objects.lease(now, until := clock() + LEASE, BATCH):
            batch = Batch(rows, until, post, clock)
            try:
                sent += batch.send()
            except Down as error:
                logger.warning("No mail can be sent now; the next run tries again", exc_info=error)
                break
    return sent


class Batch:
    """Some of what is due, seen through together."""

    def __init__(
        self,
        rows: Sequence[Subscription],
        until: datetime.datetime,
        post: Post,
        clock: Callable[[], datetime.datetime],
    ) -> None:
        self.rows = rows
        # Whoever changes a switch meanwhile moves it, and what stands there then is not overwritten.
        self.mine = Subscription.objects.filter(look_at=until)
        self.post = post
        self.clock = clock
        self.states: dict[Delivery, str] = {}
        self.unused: list[Delivery] = []
        self.through: list[Subscription] = []

    def send(self) -> int:
        """Return how many were taken. Raises Down; what was not sent yet is given back then."""
        now = self.clock()
        good = self._reachable()
        due = [row for row in self.rows if row.user_id in good and row.due_at and row.due_at > now - LATE]
        claims = Delivery.objects.claim(due, now)
        left = [row for row in self.rows if row.pk in claims]
        for row in self.rows:
            if row.pk not in claims:
                self._done(row)
        try:
            writers = self._writers(left)
            while left:
                self._send(left[0], claims[left[0].pk], writers)
                left.pop(0)
        except Down:
            self.mine.filter(pk__in=[row.pk for row in left]).update(look_at=now)
            raise
        finally:
            self._settle()
        return sum(state == Delivery.State.SENT for state in self.states.values())

    def _reachable(self) -> set[int]:
        """Return whose address is confirmed and has not refused too often."""
        users = {row.user_id: row.user for row in self.rows if row.user.is_active}
        confirmed = EmailAddress.objects.filter(user__in=users, verified=True).values_list("user_id", "email")
        self.bounces = {row.user_id: row for row in Bounce.objects.filter(user__in=users)}
        return {
            pk
            for pk, email in confirmed
            if email.lower() == users[pk].email and not self._stopped(pk, users[pk].email)
        }

    def _stopped(self, user_id: int, email: str) -> bool:
        bounce = self.bounces.get(user_id)
        return bool(bounce and bounce.stopped_at and bounce.address == email)

    def _writers(self, rows: Sequence[Subscription]) -> dict[str, Writer]:
        now, kinds = self.clock(), {row.kind for row in rows}
        return {
            kind: desks[kind]([row for row in rows if row.kind == kind], now)
            for kind in kinds
            if kind in desks
        }

    def _send(self, row: Subscription, claim: Delivery, writers: dict[str, Writer]) -> None:
        try:
            write = writers.get(row.kind)
            letter = write(row) if write else Nothing()
            if isinstance(letter, Nothing):
                self.unused.append(claim)
                self._done(row, letter.until)
                return
            parcel = Parcel.of(message_of(letter, row, claim))
        except Exception:
            # Whatever it is, it is about this learner alone; the others get theirs.
            logger.exception("Mail %s could not be written", row.kind, extra={"user_id": row.user_id})
            self._later(row, claim)
            return
        try:
            answer = self.post.send(parcel, lambda: Delivery.objects.hand(claim))
        except NotOurs:
            return
        self._answered(row, claim, letter, answer)

    def _answered(self, row: Subscription, claim: Delivery, letter: Letter, answer: Answer) -> None:
        if answer.put_off:
            self.states[claim] = Delivery.State.CLAIMED
            self._later(row, claim)
            return
        if answer.refused:
            self.states[claim] = Delivery.State.REFUSED
            Bounce.objects.note(row.user, answer.code, self.clock())
            logger.warning("Mail %s was refused with %d", row.kind, answer.code)
        elif answer.taken:
            self.states[claim] = Delivery.State.SENT
            if row.user_id in self.bounces:
                Bounce.objects.filter(user=row.user_id, stopped_at=None).delete()
        else:
            logger.warning("Mail %s was handed over without an answer", row.kind)
        if letter.farewell:
            row.farewell_at = self.clock()
        self._done(row)

    def _later(self, row: Subscription, claim: Delivery) -> None:
        row.look_at = next_try(self.clock(), claim.tries)
        self.through.append(row)

    def _done(self, row: Subscription, until: datetime.date | None = None) -> None:
        row.advance(self.clock(), until)
        self.through.append(row)

    def _settle(self) -> None:
        """Write what became of all of them, in a few statements."""
        Delivery.objects.settle(self.states, self.clock())
        if self.unused:
            Delivery.objects.filter(pk__in=[claim.pk for claim in self.unused]).delete()
        if self.through:
            self.mine.bulk_update(self.through, ["due_on", "due_at", "look_at", "farewell_at"])
