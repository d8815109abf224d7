"""The page of one application."""

import datetime
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.utils import timezone

from accounts.models import User
from career.applications.board import options_html
from career.applications.forms import PAPERS, MoveDayForm, PlanForm
from career.applications.pay import pay_range
from career.applications.stages import Stages
from career.applications.standing import when
from career.interviews.rounds import rounds_of
from career.models import Application, Contact, CoverLetter, Interview, Offer, StageChange, StageItem
from career.next_action import after_interview, is_follow_up, is_silent
from roadmap.days import near_day

Source = Application.Source


@dataclass(frozen=True)
class Step:
    """A move on the way so far, with the form that corrects its day."""

    change: StageChange
    stage: StageItem
    about: str
    form: MoveDayForm


def application_of(user: User, pk: uuid.UUID) -> Application:
    """Return the learner's application with its papers, in one statement. Raises Http404."""
    offer = Offer.objects.filter(application=OuterRef("pk")).order_by("-made_at").values("pk")[:1]
    rows = user.applications.select_related("resume", "job_text", "contact", "letter")
    found = rows.defer("job_text__text").annotate(offer_pk=Subquery(offer)).filter(pk=pk).first()
    if found is None:
        raise Http404("There is no such application.")
    application: Application = found
    for name in PAPERS:
        if (paper := getattr(application, name)) and paper.deleted_at:
            setattr(application, name, None)  # Undo may bring it back
    return application


def application_screen(
    user: User,
    row: Application,
    today: datetime.date,
    *,
    plan: PlanForm | None = None,
    day: tuple[int, MoveDayForm] | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return what the page shows, in four statements. `plan` and `day` (of a move) are refused forms."""
    stages = Stages.of(user)
    item = stages.named(row.stage)
    row.user = user
    rounds = rounds_of(row, user, timezone.now())
    way = list(row.changes.all())
    planned = PlanForm(initial={"next_step": row.next_step, "next_on": row.next_on}, auto_id="plan_%s")
    return {
        "section": "career",
        "application": row,
        "stage": item,
        "options": options_html(stages.offered(row.stage), row.stage),
        "about": _about(row),
        "is_open": not item.closed and row.archived_at is None,
        "when": when(row.next_on, today) if row.next_on else "",
        "is_due": row.next_on is not None and row.next_on <= today,
        "follow_up": _follow_up(row),
        "ghosted": _ghosted(row, stages, today),
        "thank": _thank(row, [view.row for view in rounds], user, today),
        "rounds": rounds,
        "steps": [_step(n, way, row, stages, today, day) for n in range(len(way))],
        "words": _words(row),
        "plan": plan or planned,
        "today": today,
        "move_refused": more.pop("move_refused", ""),
        **more,
    }


def _about(row: Application) -> list[str]:
    """Return what stands below the name: role, tier, source, place, pay."""
    source = "Referred" if row.source == Source.REFERRAL else row.get_source_display()
    if row.contact and row.contact.referral == Contact.Referral.GIVEN:
        source = f"Referred by {row.contact.name}"
    where = ", ".join(filter(None, [row.place, row.get_remote_display().lower() if row.remote else ""]))
    pay = pay_range(row.pay_low, row.pay_high, row.pay_currency, row.get_pay_per_display())
    return list(filter(None, [row.role, f"Tier {row.tier}" if row.tier else "", source, where, pay]))


def _follow_up(row: Application) -> str:
    if not is_follow_up(row.next_step):
        return ""
    return "The last of two." if row.follow_ups else "The first of at most two."


def _ghosted(row: Application, stages: Stages, today: datetime.date) -> StageItem | None:
    """Return the stage to move to when nothing has come for long, if the learner has one."""
    if row.archived_at or not is_silent(stages.named(row.stage).means, row.last_sign, row.next_on, today):
        return None
    return next((item for item in stages.offered() if item.means == "ghosted"), None)


def _thank(
    row: Application, rounds: list[Interview], user: User, today: datetime.date
) -> tuple[str, datetime.date] | None:
    """Return the thank-you that an interview of today or yesterday asks for, until it is planned or sent."""
    for held in reversed(rounds):
        if held.starts_at is None or held.outcome == Interview.Outcome.CANCELED:
            continue
        day = user.local(held.starts_at).date()
        action = after_interview(day)
        if day <= today <= day + datetime.timedelta(days=1) and action.on and action.step != row.next_step:
            sent = row.heard_on is not None and row.heard_on >= day
            return None if sent else (action.step, action.on)
    return None


def _step(
    place: int,
    way: list[StageChange],
    row: Application,
    stages: Stages,
    today: datetime.date,
    refused: tuple[int, MoveDayForm] | None,
) -> Step:
    change = way[place]
    said = [near_day(change.on, today)]
    if stages.named(change.stage).means == "applied" and row.resume:
        said.append(f"with résumé v{row.resume.number}")
    elif place and (days := (change.on - way[place - 1].on).days):
        said.append(f"after {days} day{'s' if days != 1 else ''}")
    if change.note:
        said.append(change.note)
    if refused and refused[0] == change.pk:
        form = refused[1]
    else:
        form = MoveDayForm(initial={"on": change.on}, today=today, auto_id=f"move_{change.pk}_%s")
    return Step(change, stages.named(change.stage), ", ".join(said), form)


def _words(row: Application) -> int:
    """Return how long the letter is; 0 without one."""
    try:
        letter: CoverLetter = row.letter
    except CoverLetter.DoesNotExist:
        return 0
    return sum(len(getattr(letter, part).split()) for part in CoverLetter.PARTS)
