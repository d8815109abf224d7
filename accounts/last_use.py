"""When somebody last used their account: logged in, was seen on a device, used a token, or wrote anything."""

import datetime
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Max

from accounts.models import Delivery, InactivityWarning, Session, StaffLook, User

# What others do with a person's row, or what is written because they did nothing.
_NOT_USE = {Delivery, InactivityWarning, StaffLook}


def last_use_of(people: Iterable[User], now: datetime.datetime) -> dict[int, datetime.datetime]:
    """Return the latest sign of use of each up to `now`, by id; without any, the moment of the sign-up."""
    found = {person.pk: max(filter(None, (person.date_joined, person.last_login))) for person in people}
    for model, user, moment in _signs():
        rows = model._base_manager.filter(**{f"{user}__in": list(found), f"{moment}__lte": now})
        for pk, at in rows.order_by().values_list(user).annotate(Max(moment)):
            found[pk] = max(found[pk], at)
    # Each use of a session puts its end off.
    idle = datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    ends = (
        Session.objects.filter(user__in=list(found))
        .order_by()
        .values_list("user")
        .annotate(Max("expire_date"))
    )
    for pk, end in ends:
        found[pk] = max(found[pk], end - idle)
    return found


def _signs() -> Iterator[tuple[type[models.Model], str, str]]:
    """Yield every personal table with the columns that say whose a row is, and when it written or used."""
    for model in apps.get_models():
        if model in _NOT_USE or model in (User, Session):
            continue
        keys = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and field.related_model is User
        ]
        moments = [f.name for f in model._meta.concrete_fields if isinstance(f, models.DateTimeField)]
        yield from ((model, key, moment) for key in keys for moment in moments)
