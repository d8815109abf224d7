"""What would come of an import: a few applications as they were read, and every row that was not."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from career.models import Application, StageItem
from career.search.import_rows import Draft, Problem

SHOWN = 5
LISTED = 50
_SOURCES = {value: str(label) for value, label in Application.Source.choices}


@dataclass(frozen=True)
class Row:
    """An application as it would be."""

    number: int
    company: str
    role: str
    source: str
    stage: str
    since: datetime.date
    moves: int


@dataclass(frozen=True)
class Preview:
    """`good` and `bad` rows; at most LISTED problems, and how many more there are."""

    good: int
    bad: int
    undated: int
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    more: int


def preview_of(drafts: Sequence[Draft], problems: Sequence[Problem], stages: Sequence[StageItem]) -> Preview:
    names = {stage.key: stage.name for stage in stages}
    rows = []
    for draft in drafts[:SHOWN]:
        stage, since = draft.moves[-1]
        fields = draft.fields
        source = _SOURCES.get(fields["source"], "")
        named = (draft.row, fields["company"], fields["role"], source)
        rows.append(Row(*named, names.get(stage, stage), since, len(draft.moves)))
    return Preview(
        good=len(drafts),
        bad=len({problem.row for problem in problems}),
        undated=sum(draft.undated for draft in drafts),
        rows=tuple(rows),
        problems=tuple(problems[:LISTED]),
        more=max(len(problems) - LISTED, 0),
    )
