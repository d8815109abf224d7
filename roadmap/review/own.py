"""A learner's own questions: added, changed, deleted, brought back, and read from a file."""

import datetime
import hashlib
import uuid
from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from roadmap.models import OwnQuestion
from roadmap.review.anki import OwnRow

MOST = 1_000  # questions of one learner
SWEPT_AFTER = datetime.timedelta(hours=2)


class TooMany(Exception):
    """A learner would have more than `MOST` own questions."""


@transaction.atomic
def add(user: User, pk: uuid.UUID, skill_id: int, words: dict[str, str]) -> OwnQuestion:
    """Add a question once, however often its form is sent. Raises TooMany."""
    User.objects.select_for_update().get(pk=user.pk)
    there = OwnQuestion.objects.filter(pk=pk).first()
    if there and there.user_id == user.pk and there.deleted_at is None:
        return there
    if OwnQuestion.objects.of(user).count() >= MOST:
        raise TooMany
    return OwnQuestion.objects.create(pk=uuid.uuid4() if there else pk, user=user, skill_id=skill_id, **words)


def change(question: OwnQuestion, words: dict[str, str]) -> bool:
    """Give a question other words; say whether they differ."""
    if words == question.words:
        return False
    question.was = question.words
    for name, text in words.items():
        setattr(question, name, text)
    question.save(update_fields=["was", *words])
    return True


def digest(question: OwnQuestion) -> str:
    """Return what tells a question's words from earlier and later ones."""
    return hashlib.blake2b(repr(question.words).encode(), digest_size=9).hexdigest()


@transaction.atomic
def take(user: User, rows: Iterable[tuple[OwnRow, int]], now: datetime.datetime) -> tuple[int, int]:
    """Write questions from a file, each with the id of its skill; return how many are new and changed.

    A row with the id of a question of this learner changes that one; the same file again changes nothing.
    Raises TooMany, and then nothing is written.
    """
    User.objects.select_for_update().get(pk=user.pk)
    each = {_id(user, row, skill_id): (row, skill_id) for row, skill_id in rows}
    there = OwnQuestion.objects.in_bulk(list(each))
    new, changed = [], []
    for pk, (row, skill_id) in each.items():
        words = {"prompt": row.prompt, "answer": row.answer, "slip": row.slip}
        found = there.get(pk)
        if found and found.user_id != user.pk:
            derived = _named(user, skill_id, row.prompt)
            if not OwnQuestion.objects.filter(pk=derived).exists():
                new.append(OwnQuestion(pk=derived, user=user, skill_id=skill_id, made_at=now, **words))
        elif found is None:
            new.append(OwnQuestion(pk=pk, user=user, skill_id=skill_id, made_at=now, **words))
        elif found.words != words or found.deleted_at or found.skill_id != skill_id:
            found.was, found.deleted_at, found.skill_id = found.words, None, skill_id
            found.prompt, found.answer, found.slip = row.prompt, row.answer, row.slip
            changed.append(found)
    if OwnQuestion.objects.of(user).count() + len(new) > MOST:
        raise TooMany
    OwnQuestion.objects.bulk_create(new)
    OwnQuestion.objects.bulk_update(changed, ["was", "deleted_at", "skill", "prompt", "answer", "slip"])
    return len(new), len(changed)


def _id(user: User, row: OwnRow, skill_id: int) -> uuid.UUID:
    return uuid.UUID(row.id) if row.id else _named(user, skill_id, row.prompt)


def _named(user: User, skill_id: int, prompt: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"milepost own {user.pk} {skill_id} {prompt}")
