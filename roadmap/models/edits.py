"""What staff changed of the catalogue, and what stood there before. Loading the fixtures is not recorded."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from roadmap.models.catalog import CatalogItem, CatalogueVersion, Skill
from roadmap.models.resources import Resource, SkillResource

State = dict[str, Any]
_LINKS = "resources in order"


class Change(NamedTuple):
    field: str
    was: str
    became: str


def state_of(item: CatalogItem) -> State:
    """Return all columns and links of an item, other items by their slugs, as JSON takes them."""
    (found,) = serializers.serialize("python", [item], use_natural_foreign_keys=True)
    state: State = {name: value for name, value in found["fields"].items() if name != "fixture_digest"}
    if isinstance(item, Skill):
        state[_LINKS] = [list(row) for row in item.resource_links.values_list("resource__slug", "position")]
    return state


class ContentEditQuerySet(models.QuerySet["ContentEdit"]):
    def of(self, item: CatalogItem) -> "ContentEditQuerySet":
        return self.filter(kind=item._meta.model_name, item_id=item.pk)

    def note(self, staff_number: int, item: CatalogItem, was: State | None) -> "ContentEdit | None":
        """Keep what became of an item that was in the state `was` (None: new); None when nothing did."""
        became = state_of(item)
        if was == became:
            return None
        return self.create(
            kind=str(item._meta.model_name),
            item_id=item.pk,
            staff_number=staff_number,
            was=was,
            became=became,
        )


class ContentEdit(models.Model):
    """One edit by staff; `was` is None for an item that they made."""

    kind = models.CharField(max_length=40)
    item_id = models.BigIntegerField()
    staff_number = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    was = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    became = models.JSONField(encoder=DjangoJSONEncoder)

    objects = ContentEditQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["kind", "item_id", "-at"], name="roadmap_edits_of_an_item")]

    def __str__(self) -> str:
        return f"{self.kind} {self.item_id}, {self.at:%Y-%m-%d %H:%M}"

    @property
    def changes(self) -> list[Change]:
        """Return what differs, field by field."""
        return list(self._changes())

    def _changes(self) -> Iterator[Change]:
        was = self.was or {}
        for name, value in self.became.items():
            if was.get(name) != value:
                yield Change(name.replace("_", " "), _text(was.get(name)), _text(value))

    @transaction.atomic
    def revert(self, item: CatalogItem, staff_number: int) -> None:
        """Put back what stood before this edit, as an edit of its own. Raises ValidationError."""
        now = state_of(item)
        fields = {name: value for name, value in (self.was or {}).items() if name != _LINKS}
        data = {"model": item._meta.label_lower, "pk": item.pk, "fields": fields}
        (found,) = serializers.deserialize("python", [data], ignorenonexistent=True)
        restored = cast(CatalogItem, found.object)
        restored.slug, restored.fixture_digest = item.slug, item.fixture_digest
        restored.full_clean(validate_unique=False)
        found.save()
        links = (self.was or {}).get(_LINKS)
        if isinstance(restored, Skill) and links is not None:
            _relink(restored, links)
        CatalogueVersion.bump()
        ContentEdit.objects.note(staff_number, type(item)._default_manager.get(pk=item.pk), now)


def _relink(skill: Skill, links: list[tuple[str, int]]) -> None:
    ids = dict(Resource.objects.filter(slug__in=[slug for slug, _ in links]).values_list("slug", "pk"))
    skill.resource_links.all().delete()
    SkillResource.objects.bulk_create(
        SkillResource(skill=skill, resource_id=ids[slug], position=place)
        for slug, place in links
        if slug in ids
    )


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value)
    return "" if value is None else str(value)
