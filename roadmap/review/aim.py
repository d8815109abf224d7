"""Which cards to review today so that most is known on the day of the interview. Pure, no Django.

The rule: every answer takes about as long as any other, so a day's time is a number of cards; it goes to
those whose predicted recall on the day of the interview gains most by an answer today. The gain counts
both outcomes: remembered, as likely as recall is today, or forgotten and learnt anew. What gains less
than a hundredth waits. Each day asks anew, so that what was just reviewed makes way, and what would have
come back only after the interview is brought forward. Practicing the item with the highest gain per unit
of time is the rule of Pavlik and Anderson, “Using a model to compute the optimal schedule of practice”,
Journal of Experimental Psychology: Applied 14 (2008) 101-117; the model of memory here is FSRS-6.
"""

import datetime
from functools import lru_cache

from roadmap.review.schedule import AGAIN, GOOD, Memory, answered, recall

LEAST = 0.01


@lru_cache(maxsize=20_000)
def gain(memory: Memory | None, today: datetime.date, date: datetime.date) -> float:
    """Return what an answer `today` adds to the predicted recall on `date`; new ones are known by nobody."""
    kept = recall(answered(memory, GOOD, today).memory, date)
    relearnt = recall(answered(memory, AGAIN, today).memory, date)
    if memory is None:
        # Nothing says yet how well it is known: as likely as not.
        return (kept + relearnt) / 2
    chance = recall(memory, today)
    return chance * kept + (1 - chance) * relearnt - recall(memory, date)
