"""How long a job text of 5,000 words takes to read: `python -m tests.career.reader_speed`.

The text is made of the labelled open ones. The slow one has no sentence that shows a flag, so that every rule
looks at all of it. Beside the processor's time stands how many times a count of the words it takes, which a
slow machine does not change.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle

from career.job_text import read
from tests.career.reader_scores import catalogue, labelled

WORDS = 5_000
RUNS = 15


def long_text(*, without_signs: bool) -> str:
    text: list[str] = []
    for _, labels in cycle(list(labelled("open"))):
        one = labels["text"]
        if without_signs:
            for sign in read(one, {}).signs:
                one = one.replace(sign.quote, "")
        text.append(one)
        if sum(len(part.split()) for part in text) >= WORDS:
            return "\n\n".join(text)
    raise AssertionError


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of several runs: the rest is other people's."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def line(title: str, text: str) -> str:
    skills = catalogue()
    spent, count = seconds(lambda: read(text, skills)), seconds(lambda: Counter(text.split()))
    return f"{title}: {len(text.split())} words in {spent * 1000:.0f} ms, {spent / count:.0f} times a count\n"


if __name__ == "__main__":
    sys.stdout.write(line("as written", long_text(without_signs=False)))
    sys.stdout.write(line("without a flag", long_text(without_signs=True)))
