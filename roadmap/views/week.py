"""This week's plan, and what a learner changes in it."""

import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.http import LearnerRequest
from accounts.models import User
from roadmap.fragments import Shell, kept
from roadmap.learner_weeks import LearnerWeeks, weeks_for
from roadmap.models import StudyWeek, WeekPick
from roadmap.outline import Outline, outline_for
from roadmap.snapshot import SkillItem
from roadmap.views.origin import origin_path
from roadmap.views.page import kept_page
from roadmap.views.refused import refused
from roadmap.week_forms import WeekAddForm, WeekHoursForm, WeekSkillForm
from roadmap.week_pieces import NOTHING_WRONG, Wrong, week_around, week_pieces

PINNED, DROPPED, PROPOSED = WeekPick.Choice.PINNED, WeekPick.Choice.DROPPED, WeekPick.Choice.PROPOSED


@require_safe
def week(request: LearnerRequest) -> HttpResponse:
    outline = outline_for(request.user.pk)
    weeks = weeks_for(request.user, outline)
    fingerprint = f"{outline.marks.fingerprint} {weeks.rows.fingerprint}"
    return kept_page(
        request, "roadmap/week.html", fingerprint, "today", lambda token: _shell(request, weeks, token)
    )


@require_POST
def week_skill(request: LearnerRequest, slug: str) -> HttpResponse:
    """Pin, drop, put back or move a skill of this week."""
    outline = outline_for(request.user.pk)
    skill = outline.catalogue.skill_by_slug.get(slug)
    if skill is None:
        raise Http404("There is no such skill.")
    form = WeekSkillForm(request.POST)
    if not form.is_valid():
        return refused(request, form)
    weeks = weeks_for(request.user, outline)
    return _changed(request, outline, _do(request.user, weeks, skill, form.cleaned_data["do"]))


@require_POST
def week_add(request: LearnerRequest) -> HttpResponse:
    """Put a skill into this week's plan, whether it fits or not."""
    outline = outline_for(request.user.pk)
    weeks = weeks_for(request.user, outline)
    form = WeekAddForm(request.POST)
    if form.is_valid():
        skill = outline.catalogue.skill_by_slug.get(form.cleaned_data["skill"])
        if skill and skill.id in outline.lines:
            # From a page that is not the week's own, back to it.
            then = origin_path(request) or reverse("roadmap:week")
            return _changed(request, outline, _do(request.user, weeks, skill, "pin"), then)
        form.add_error("skill", "There is no such skill on your roadmap. Choose one from the list.")
    return _refused(request, weeks, "add", Wrong(add=str(form.errors["skill"][0])))


@require_POST
def week_hours(request: LearnerRequest) -> HttpResponse:
    """Set the hours of this week alone; an empty field brings the usual ones back."""
    outline = outline_for(request.user.pk)
    weeks = weeks_for(request.user, outline)
    form = WeekHoursForm(request.POST)
    if not form.is_valid():
        sent = str(form["hours"].value())
        wrong = Wrong(hours=str(form.errors["hours"][0]), hours_sent=sent)
        return _refused(request, weeks, "hours", wrong)
    StudyWeek.objects.plan(request.user, weeks.rows.week, form.cleaned_data["hours"])
    after = weeks_for(request.user, outline)
    amount = f"{after.hours(after.rows.week):g} hours"
    own = form.cleaned_data["hours"] is not None
    planned = f"Planned again for {amount}" if outline.hours_shown else "Planned again"
    return _changed(request, outline, f"{planned}{', this week only' if own else ' as usual'}.")


def _do(user: User, weeks: LearnerWeeks, skill: SkillItem, wish: str) -> str:
    """Write what the learner wishes for `skill`, and return what to say."""
    week, title = weeks.rows.week, skill.title
    pick = weeks.rows.picked(week).get(skill.id)
    choice = pick.choice if pick else PROPOSED
    listed = [part.id for part in weeks.plan(week)]
    if wish == "drop":
        WeekPick.objects.put(user, week, {skill.id: DROPPED})
        return f"{title} is not in this week."
    line = weeks.outline.lines.get(skill.id)
    if line is None:
        return f"{title} has left the roadmap, and this week with it."
    if wish in ("up", "down"):
        return _move(user, week, listed, skill, -1 if wish == "up" else 1)
    if wish == "unpin":
        if choice == PINNED:
            WeekPick.objects.put(user, week, {skill.id: PROPOSED})
        return f"{title} is not pinned."
    if line.settled and skill.id not in listed:
        return f"{title} is {line.state} already."
    if not line.counts:
        return f"{title} is not in your roadmap. Choose its specialization first."
    if wish == "pin":
        WeekPick.objects.put(user, week, {skill.id: PINNED})
        return f"{title} is pinned to this week."
    if choice == DROPPED:
        WeekPick.objects.put(user, week, {skill.id: PROPOSED if weeks.would_hold(skill.id) else PINNED})
    return f"{title} is back in this week."


def _move(user: User, week: datetime.date, listed: list[int], skill: SkillItem, by: int) -> str:
    if skill.id not in listed:
        return f"{skill.title} is not in this week, so it was not moved."
    old = listed.index(skill.id)
    new = min(max(old + by, 0), len(listed) - 1)
    listed.insert(new, listed.pop(old))
    if new != old:
        WeekPick.objects.place(user, week, listed)
    return f"{skill.title} is number {new + 1} of {len(listed)} this week."


def _changed(request: LearnerRequest, outline: Outline, said: str, then: str = "") -> HttpResponse:
    """Show the plan as it is now, and say `said`; without script go to the path `then`, else to the plan."""
    if not request.htmx:
        messages.success(request, said)
        return HttpResponseRedirect(then or reverse("roadmap:week"), status=303)
    weeks = weeks_for(request.user, outline)
    pieces = week_pieces(weeks, request.user.today(), get_token(request), oob=True)
    said_html = kept("roadmap/updates/said.html", {"said": said})
    return HttpResponse(kept("roadmap/updates/week.html", {**pieces, "said": said_html}))


def _shell(request: LearnerRequest, weeks: LearnerWeeks, token: str, wrong: Wrong = NOTHING_WRONG) -> Shell:
    today = request.user.today()
    pieces = week_pieces(weeks, today, token, wrong)
    return Shell(
        {"wrong": wrong != NOTHING_WRONG}, {**pieces, **week_around(weeks, today), "csrf_token": token}
    )


def _refused(request: LearnerRequest, weeks: LearnerWeeks, piece: str, wrong: Wrong) -> HttpResponse:
    """Answer 422: the piece with what is wrong, or for those without script the page around it."""
    token = get_token(request)
    if request.htmx:
        pieces = week_pieces(weeks, request.user.today(), token, wrong, oob=True)
        return HttpResponse(str(pieces[piece]), status=422)
    values, gaps = _shell(request, weeks, token, wrong)
    context = {**values, **gaps, "section": "today"}
    return TemplateResponse(request, "roadmap/week.html", context, status=422)
