"""The tables that hold what is a person's, and whether anything in them changed."""

import hashlib
from collections.abc import Iterator

from django.apps import apps
from django.db import models

from accounts.models import User

PARENTS = {
    model
    for model in apps.get_models()
    if model is not User
    and any(
        isinstance(f, models.OneToOneField | models.ForeignKey) and f.related_model is User
        for f in model._meta.fields
    )
}


def tables() -> Iterator[tuple[type[models.Model], str]]:
    """Yield every table that belongs to a person, with the lookup that leads to them."""
    for model in apps.get_models(include_auto_created=True):
        if model is User:
            yield model, "pk"
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey):
                if field.related_model is User:
                    yield model, field.name
                elif field.related_model in PARENTS:
                    yield model, f"{field.name}__user"


def checksum(user: User) -> dict[str, str]:
    """Return a digest of everything that is `user`'s, by table."""
    found = {}
    for model, lookup in tables():
        rows = model._default_manager.filter(**{lookup: user.pk}).order_by("pk").values_list()
        found[model._meta.label] = hashlib.sha256(repr(list(rows)).encode()).hexdigest()
    return found
