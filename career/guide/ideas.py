"""One idea of the guide a week, each from a chapter of ours."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.urls import reverse

from accounts.models import User
from career.guide.chapters import BY_SLUG
from roadmap.digest import Block, Part


class Idea(NamedTuple):
    chapter: str
    text: str


IDEAS = (
    Idea(
        "pitfalls",
        "The last tenth of a project teaches little and eats a month. Pick a date, ship what runs.",
    ),
    Idea("resume", "Write the three project lines first. The rest is easier then."),
    Idea("companies", "Write down five company names before tonight. Rough is fine."),
    Idea("technical-rounds", "Say the plain solution before the clever one, and what it costs."),
    Idea("phone-screen", "Record yourself telling one project. Listen once, cut a third."),
    Idea("pitfalls", "Close the course at the point where you could build something small, and build that."),
    Idea("ways-in", "Choose the door that is nearest to where you stand, and one other."),
    Idea(
        "after", "Ask every question once, write down the answer, and give the notes to whoever comes next."
    ),
    Idea("cover-letter", "Strike the sentence that would still be true if you changed the company’s name."),
    Idea("money", "Write down what the last three months cost. All of it."),
    Idea("pitfalls", "Every hour in statistics comes back. If a page makes you skim, go one step down."),
    Idea("resume", "If your result is modest, give it anyway. A small number that holds is worth more."),
    Idea("technical-rounds", "Say trade-offs aloud: what a point of accuracy costs in milliseconds."),
    Idea("signs", "A job text that names its tools was written by somebody who works there."),
    Idea("companies", "Learn one thing about each place before you write to it."),
    Idea("phone-screen", "Explain five ideas to somebody who has never written code: one picture each."),
    Idea("pay", "Write down a floor and a target before anyone calls."),
    Idea("final-round", "If one round goes badly, it ended when they left the room."),
    Idea("ways-in", "Write to one person who went your way. Ask what they would do first."),
    Idea("pitfalls", "Give a stranger half a minute with your repository, and see what they find."),
    Idea("technical-rounds", "“I am not sure; I would check it this way” is a good answer, once or twice."),
    Idea("cover-letter", "Say what you bring from before plainly, with one example."),
    Idea("final-round", "Put the number on a slide of its own and stop talking for a second."),
    Idea("money", "Keeping the job while you learn takes longer and costs almost nothing."),
)


def idea_block(users: Sequence[User], now: datetime.datetime) -> Part:
    """Tell each learner another idea every week, those of a year twice at most."""

    def block(user: User, today: datetime.date) -> Block:
        weeks = (today - user.today(user.date_joined)).days // 7
        idea = IDEAS[weeks % len(IDEAS)]
        path = reverse("career:chapter", args=[idea.chapter])
        return Block("From the guide", idea.text, path, BY_SLUG[idea.chapter].title, wide=True)

    return block
