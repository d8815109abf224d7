"""The file beside the account, row by row: the newer version wins, and nobody else's row is ever touched.

A row of the account is the same one as in the file when both have the same id, or when the table takes no
second one like it. Where a table notes when a row changed, the later change wins; where it does not, the
account's row stays, unless the account is younger than the file.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from django.utils.crypto import salted_hmac

from accounts.models import User
from accounts.portability.columns import Unfit
from accounts.portability.keys import Keys, There, unique_names
from accounts.portability.plan import Change, Part, Plan
from accounts.portability.reading import Catalogue, Ids, Read, read
from accounts.portability.register import Section, section_of, sections
from accounts.portability.rows import Row, rows_with_pk, titled
from accounts.portability.upload import Export

AT_ONCE = 10_000  # ids in one statement
TWICE = "stands in the file twice"
NO_OBJECT = ("a row", "is no object")


def compare(export: Export, user: User) -> Plan:
    """Return what the file would change in the account; the number of statements does not grow with it."""
    return _Comparison(export, user).plan()


def own_id(user: User, given: str) -> str:
    """Return the id that a row gets here whose own is a stranger's: the same each time, guessed by nobody."""
    digest = salted_hmac("accounts.portability", f"{user.pk}:{given}", algorithm="sha256").digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


class _Comparison:
    def __init__(self, export: Export, user: User) -> None:
        self.export, self.user = export, user
        self.file_is_older = export.exported_at < user.date_joined
        self.catalogue = Catalogue()
        self.ids: Ids = {}
        self.pks: dict[Any, dict[str, Any]] = {}
        # By section and id in the account: whether the row's version comes from the file.
        self.taken: dict[Section, dict[str, bool]] = {}

    def plan(self) -> Plan:
        parts = [self._part(section) for section in sections()]
        return Plan(tuple(parts), self.pks)

    def _part(self, section: Section) -> Part:
        given = self.export.rows.get(section.name)
        there = list(rows_with_pk(section, self.user))
        self.pks[section.model] = {row[section.uid]: pk for pk, _, row in there if section.uid}
        self.ids[section.model] = {uid: uid for uid in self.pks[section.model]}
        self.taken[section] = {}
        part = Part(section)
        if given is not None:
            fill = self._replace if section.part_of else self._match
            fill(part, given, there)
        return part

    def _match(self, part: Part, given: list[Any], there: list[There]) -> None:
        section = part.section
        desk = _Desk(
            part,
            Keys(section, there),
            _room(section, there),
            self._strangers(section, given),
            self._held_by_others(section, given),
        )
        for row in given:
            if not isinstance(row, dict):
                part.refused.append(NO_OBJECT)
                continue
            title = titled(section, row)
            try:
                self._judge(desk, row, title)
            except Unfit as error:
                part.refused.append((title, str(error)))

    def _judge(self, desk: "_Desk", row: Row, title: str) -> None:
        part, section = desk.part, desk.part.section
        asked = str(row.get(section.uid, "")).lower()
        uid = desk.renamed.get(asked, asked)
        mine = desk.keys.by_uid(uid) if section.uid else None
        fresh = read(section, row, mine and mine[2], self.catalogue, self.ids)
        mine = mine or desk.keys.like(fresh.portable)
        for name, held in desk.held.items():
            if fresh.portable[name] in held:
                raise Unfit(f"“{fresh.portable[name]}” is somebody else's by now")
        if mine is None:
            self._add(desk, fresh, uid, title)
            self.ids[section.model][asked] = uid
            return
        if mine[0] in desk.seen:
            raise Unfit(TWICE)
        desk.seen.add(mine[0])
        self._weigh(part, fresh, title, mine, desk.keys)
        if section.uid:
            self.ids[section.model][asked] = mine[2][section.uid]

    def _add(self, desk: "_Desk", fresh: Read, uid: str, title: str) -> None:
        part, section = desk.part, desk.part.section
        if section.uid:
            if uid in desk.seen:
                raise Unfit(TWICE)
            fresh.values[section.uid] = uuid.UUID(uid)
            fresh.portable[section.uid] = uid
        group = fresh.portable[section.per] if section.per else None
        if desk.counts.get(group, 0) >= section.most:
            raise Unfit(f"does not fit: there may be {section.most:,} of them")
        if section.numbered:
            number = desk.keys.free_number(fresh.portable[section.numbered])
            fresh.values[section.numbered] = fresh.portable[section.numbered] = number
        if not desk.keys.add(fresh.portable):
            raise Unfit(TWICE)
        desk.counts[group] = desk.counts.get(group, 0) + 1
        desk.seen.add(uid)
        self.taken[section][uid] = True
        part.new.append(Change(None, fresh.values, title))
        _note_lost(part, fresh, title)

    def _weigh(self, part: Part, fresh: Read, title: str, mine: There, keys: Keys) -> None:
        """Take the file's version, or leave the account's."""
        section = part.section
        pk, deleted, there = mine
        unmoved = {section.uid, section.numbered} - {""}
        for name in unmoved:
            fresh.values.pop(name)
            fresh.portable.pop(name)
        before = {name: there[name] for name in fresh.portable}
        if deleted or (before != fresh.portable and self._is_newer(section, fresh.portable, there)):
            after = there | fresh.portable
            if not keys.move(pk, deleted, there, after):
                part.kept.append(title)
            else:
                part.changed.append(Change(pk, fresh.values, title))
                _note_lost(part, fresh, title)
                if section.uid:
                    self.taken[section][there[section.uid]] = True
        elif before == fresh.portable:
            part.same += 1
        else:
            part.kept.append(title)

    def _is_newer(self, section: Section, fresh: Row, there: Row) -> bool:
        if not section.changed:
            return self.file_is_older
        return (fresh[section.changed] or "") > (there[section.changed] or "")

    def _replace(self, part: Part, given: list[Any], there: list[There]) -> None:
        """Rows that are part of others come with the version that wins, all of them or none."""
        section, name = part.section, part.section.part_of
        parent = self._parent(section)
        before: dict[str, list[Row]] = {}
        for _, _, row in there:
            before.setdefault(row[name], []).append(row)
        groups: dict[str, list[tuple[str, Read]]] = {}
        for row in given:
            title = titled(section, row) if isinstance(row, dict) else NO_OBJECT[0]
            try:
                if not isinstance(row, dict):
                    raise Unfit(NO_OBJECT[1])
                fresh = read(section, row, None, self.catalogue, self.ids)
                groups.setdefault(fresh.portable[name], []).append((title, fresh))
            except Unfit as error:
                part.refused.append((title, str(error)))
        for uid, rows in groups.items():
            if [fresh.portable for _, fresh in rows] == before.get(uid, []):
                part.same += len(rows)
            elif not self.taken[parent].get(uid):
                part.kept.extend(title for title, _ in rows)
            else:
                self._put(part, uid, rows)
        for uid in self.taken[parent]:
            if uid not in groups and before.get(uid):
                part.replaced.append(uid)

    def _put(self, part: Part, uid: str, rows: list[tuple[str, Read]]) -> None:
        section = part.section
        keys = Keys(section, [])
        part.replaced.append(uid)
        for number, (title, fresh) in enumerate(rows):
            if section.per and number >= section.most:
                part.refused.append((title, f"does not fit: there may be {section.most:,} of them"))
            elif keys.add(fresh.portable):
                part.new.append(Change(None, fresh.values, title))
            else:
                part.refused.append((title, TWICE))

    def _parent(self, section: Section) -> Section:
        return cast(Section, section_of(section.model._meta.get_field(section.part_of).related_model))

    def _strangers(self, section: Section, given: list[Any]) -> dict[str, str]:
        """Return new ids for those in the file that are, or once were, those of other people's rows."""
        if not section.uid:
            return {}
        mine = self.pks[section.model]
        asked = {str(row.get(section.uid, "")).lower() for row in given if isinstance(row, dict)}
        renamed = {}
        unknown = []
        for uid in asked - set(mine):
            if (other := own_id(self.user, uid)) in mine:
                renamed[uid] = other
            elif _is_uuid(uid):
                unknown.append(uid)
        for piece in _pieces(unknown):
            found = section.manager.filter(**{f"{section.uid}__in": piece})
            for uid in found.values_list(section.uid, flat=True):
                renamed[str(uid)] = own_id(self.user, str(uid))
        return renamed

    def _held_by_others(self, section: Section, given: list[Any]) -> dict[str, set[Any]]:
        held: dict[str, set[Any]] = {}
        for name in unique_names(section):
            wanted = [row[name] for row in given if isinstance(row, dict) and isinstance(row.get(name), str)]
            taken = section.manager.filter(**{f"{name}__in": wanted[: section.most]})
            held[name] = set(taken.exclude(**{section.owner: self.user.pk}).values_list(name, flat=True))
        return held


@dataclass(frozen=True)
class _Desk:
    """What is at hand for one section: `renamed` ids, names `held` by others, rows `seen` in the file."""

    part: Part
    keys: Keys
    counts: dict[Any, int]
    renamed: dict[str, str]
    held: dict[str, set[Any]]
    seen: set[Any] = field(default_factory=set)


def _room(section: Section, there: list[There]) -> dict[Any, int]:
    counts: dict[Any, int] = {}
    for _, deleted, row in there:
        group = row[section.per] if section.per else None
        counts[group] = counts.get(group, 0) + (not deleted)
    return counts


def _note_lost(part: Part, fresh: Read, title: str) -> None:
    why = "is taken without “{}”, which is not in the catalogue (any more)"
    part.lost_links.extend((title, why.format(slug)) for slug in fresh.lost)


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _pieces(found: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(found), AT_ONCE):
        yield found[start : start + AT_ONCE]
