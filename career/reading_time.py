"""How long a story takes to tell. Pure, no Django.

People talk at about 150 words a minute (the rate that the US National Center for Voice and Speech gives for
conversation). Reading aloud is faster, 183 words a minute over 77 studies (Brysbaert, Journal of Memory and
Language 109, 2019), but a story is told and not read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

WORDS_A_MINUTE = 150
AIM = 90  # seconds
WIDE_ENOUGH = 0.08  # part of the bar that a label such as “T 10” needs on a phone


def words(text: str) -> int:
    """Count what holds a letter or a digit between spaces, as static/js/reading-time.js does."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def seconds(number_of_words: int) -> int:
    return round(number_of_words * 60 / WORDS_A_MINUTE)


def clock(number_of_seconds: int) -> str:
    """Return “1:25”."""
    minutes, rest = divmod(number_of_seconds, 60)
    return f"{minutes}:{rest:02}"


@dataclass(frozen=True)
class Piece:
    """A part of the bar; `x` and `width` are percentages of it, `label` is empty where it would not fit."""

    title: str
    seconds: int
    x: str
    width: str
    label: str


@dataclass(frozen=True)
class Meter:
    """`aim_at`: where 90 seconds lie on the bar, or nothing while the story fits."""

    words: int
    seconds: int
    pieces: tuple[Piece, ...]
    aim_at: str

    @property
    def clock(self) -> str:
        return clock(self.seconds)

    @property
    def advice(self) -> str:
        """Say how far it is from 90 seconds, in words; nothing while there are no words."""
        if not self.words:
            return ""
        left = round((AIM - self.seconds) * WORDS_A_MINUTE / 60 / 5) * 5
        if left < 0:
            return f"about {-left} words too long"
        return f"room for about {left} more words" if left >= 10 else "as long as it should be"

    @property
    def spoken(self) -> str:
        """Return what the bar shows, to be read out."""
        parts = ", ".join(f"{piece.title.lower()} {piece.seconds}" for piece in self.pieces)
        return f"{self.seconds} of {AIM} seconds" + (f": {parts}" if parts else "")


def meter(parts: Iterable[tuple[str, str]]) -> Meter:
    """Measure (title, text) pairs; the bar is 90 seconds long, or as long as the story when that is more."""
    counts = [(title, words(text)) for title, text in parts]
    total = sum(count for _, count in counts)
    whole = max(AIM * WORDS_A_MINUTE / 60, total)
    pieces: list[Piece] = []
    before = 0
    for title, count in counts:
        if not count:
            continue
        spent = seconds(count)
        share = count / whole
        unit = " s" if not pieces and share >= 1.5 * WIDE_ENOUGH else ""
        label = f"{title[0]} {spent}{unit}" if share >= WIDE_ENOUGH else ""
        pieces.append(Piece(title, spent, _percent(before / whole), _percent(share), label))
        before += count
    aim = AIM * WORDS_A_MINUTE / 60
    return Meter(total, seconds(total), tuple(pieces), _percent(aim / whole) if total > aim else "")


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"
