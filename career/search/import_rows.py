"""Rows of a spreadsheet, read as applications: each whole, or with what is wrong with it."""

import datetime
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError

from accounts.csv_text import Table, plain
from career.models import Application, StageItem, Standard
from career.next_action import after_move
from career.search import cells
from career.search.cells import Unclear
from career.search.columns import LABELS
from career.search.import_words import PERS, REMOTES, SOURCES, TIERS, stage_words
from roadmap.links import http_url
from roadmap.row_ids import row_id

LONGEST = {"company": 120, "role": 120, "place": 120, "link": 500, "next_step": 200, "note": 10_000}
AHEAD = datetime.timedelta(days=5 * 366)
Moves = tuple[tuple[str, datetime.date], ...]


class Problem(NamedTuple):
    """What is wrong in a row (counted as in a spreadsheet), in the column of this label."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Draft:
    """An application to be: its columns and moves; `undated` when no cell says when it got where it is."""

    row: int
    id: uuid.UUID | None
    fields: dict[str, Any]
    moves: Moves
    undated: bool


@dataclass(frozen=True)
class Way:
    """How to read: place of each column, order of days with slashes, currency where none is named."""

    places: Mapping[str, int]
    order: str
    currency: str
    today: datetime.date
    stages: Sequence[StageItem]


def drafts_of(table: Table, way: Way) -> tuple[list[Draft], list[Problem]]:
    """Read every row."""
    words = stage_words(way.stages)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for number, raw in table.rows:
        reader = _Row(number, raw, way, words)
        draft = reader.draft()
        if reader.problems:
            problems += reader.problems
        else:
            drafts.append(draft)
    return drafts, problems


class _Row:
    """A row, read cell by cell; what is wrong gathers in `problems`."""

    def __init__(self, number: int, raw: Sequence[str], way: Way, words: Mapping[str, str]) -> None:
        self.number, self.raw, self.way, self.words = number, raw, way, words
        self.means = {stage.key: stage.means for stage in way.stages}
        self.known = ", ".join(stage.name for stage in way.stages if not stage.hidden)
        self.problems: list[Problem] = []

    def draft(self) -> Draft:
        moves, undated = self._moves()
        low, sign = self._read("pay_low", cells.amount) or (None, "")
        high, other = self._read("pay_high", cells.amount) or (None, "")
        fields = {name: self._text(name) for name in LONGEST} | {
            "tier": int(self._choice("tier", TIERS, "1, 2, 3, 4") or 0) or None,
            "source": self._choice("source", SOURCES, ", ".join(Application.Source.labels)),
            "remote": self._choice("remote", REMOTES, ", ".join(Application.Remote.labels)),
            "pay_low": low,
            "pay_high": high,
            "pay_per": self._choice("pay_per", PERS, ", ".join(Application.Pay.labels)) or "year",
            "pay_currency": self._currency(sign or other) if (low, high) != (None, None) else "",
            "next_on": self._read("next_on", self._later),
        }
        if not fields["company"]:
            self._say("company", "Write the company, without which a row is no application.")
        if fields["link"]:
            self._read("link", http_url)
        if low is not None and high is not None and low > high:
            self._say("pay_high", "This is less than the pay it begins with.")
        if "next_step" not in self.way.places:
            fields |= self._next(*moves[-1])
        return Draft(self.number, row_id(self._cell("id")), fields, moves, undated)

    def _next(self, stage: str, day: datetime.date) -> dict[str, Any]:
        """Return what follows by the rule of thumb, unless that is over already."""
        step, on = after_move(self.means.get(stage, stage), day)
        late = on is not None and on < self.way.today
        return {} if late else {"next_step": step, "next_on": on}

    def _cell(self, key: str) -> str:
        place = self.way.places.get(key)
        return "" if place is None else plain(self.raw[place]).strip()

    def _say(self, key: str, reason: str) -> None:
        self.problems.append(Problem(self.number, LABELS[key], reason))

    def _read(self, key: str, read: Callable[[str], Any]) -> Any:
        """Return what `read` makes of a cell; None for an empty one, and for one that it refuses."""
        text = self._cell(key)
        if not text:
            return None
        try:
            return read(text)
        except Unclear as error:
            self._say(key, str(error))
        except ValidationError as error:
            self._say(key, error.messages[0])
        return None

    def _text(self, key: str) -> str:
        text, most = self._cell(key), LONGEST[key]
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > most:
            self._say(key, f"This has {len(text):,} characters; {most:,} fit. Shorten it.")
        return text if key == "note" else " ".join(text.split())

    def _choice(self, key: str, words: Mapping[str, str], known: str) -> str:
        return self._read(key, lambda text: cells.one_of(text, words, known=known)) or ""

    def _currency(self, sign: str) -> str:
        named = (self._cell("pay_currency") or sign or self.way.currency).upper()
        if len(named) == 3 and named.isascii() and named.isalpha():
            return named
        self._say(
            "pay_currency", "Name the currency in three letters, such as EUR, here or for all rows below."
        )
        return ""

    def _past(self, text: str) -> datetime.date:
        day = cells.day(text, self.way.order)
        if day > self.way.today:
            raise Unclear(f"{day} is in the future. Take today or an earlier day.")
        return day

    def _later(self, text: str) -> datetime.date:
        day = cells.day(text, self.way.order)
        if day > self.way.today + AHEAD:
            raise Unclear(f"{day} is more than five years away. Take an earlier day.")
        return day

    def _moves(self) -> tuple[Moves, bool]:
        """Return the moves, and whether today stands in for a day that no cell names."""
        stage = self._choice("stage", self.words, self.known)
        applied, since = self._read("applied_on", self._past), self._read("stage_on", self._past)
        if history := self._read("history", self._history):
            if stage and history[-1][0] != stage:
                self._say("stage", "The history ends in another stage. Change one of the two.")
            return history, False
        if applied and since and since < applied:
            self._say("stage_on", "This is before the day of the application. Swap the two days.")
        sent = self._first(Standard.APPLIED)
        stage = stage or (sent if applied else "") or self._first(Standard.SAVED) or self.way.stages[0].key
        if self.means.get(stage) in (Standard.SAVED, Standard.APPLIED):
            day = applied or since
            return ((stage, day or self.way.today),), day is None
        day = since or applied
        before = ((sent, applied),) if applied and sent else ()
        return (*before, (stage, day or self.way.today)), day is None

    def _history(self, text: str) -> Moves:
        """Read “applied 2026-07-01; screen 2026-07-09”."""
        moves: list[tuple[str, datetime.date]] = []
        for part in filter(None, (part.strip() for part in text.split(";"))):
            name, _, day = part.rpartition(" ")
            stage = cells.one_of(name, self.words, known=self.known)
            moves.append((stage, self._past(day)))
        if any(later < earlier for (_, earlier), (_, later) in pairwise(moves)):
            raise Unclear("Its days run backwards. Put the moves in the order in which they came.")
        return tuple(moves)

    def _first(self, means: str) -> str:
        """Return the learner's first stage of this meaning, or nothing."""
        return next((stage.key for stage in self.way.stages if stage.means == means), "")
