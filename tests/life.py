"""A learner's life in rows: one in every table that can belong to a person."""

from tests.accounts.life import fill_account
from tests.addresses import ADDRESSES
from tests.career.life import fill_search
from tests.factories import make_break, make_build, make_review, make_session
from tests.person import Person
from tests.plans import PLAN


def fill(alice: Person) -> None:
    """Give `alice` a row in every personal table, with words that no stranger may read."""
    for path, fields in [
        ("/skills/py-syntax/state/", {"state": "done", "done_on": "2025-12-24"}),
        ("/skills/coding-problems-100/count/", {"count": "77"}),
        ("/skills/py-syntax/note/", {"text": "Down the rabbit hole"}),
        ("/skills/py-syntax/evidence/", {"url": "https://example.org/rabbit", "title": "Curiouser"}),
        ("/practice/", {"title": "Mad hatter", "difficulty": "easy", "topic": "graphs", "how": "alone"}),
        ("/projects/project-1/note/", {"text": "Curiouser"}),
        ("/resources/py4e/note/", {"text": "Curiouser and curiouser"}),
        ("/milestones/first-honest-model/state/", {"state": "done", "note": "Down the rabbit hole"}),
        ("/resources/py4e/state/", {"state": "using"}),
        ("/resources/py4e/thumb/", {"thumb": "-1"}),
        ("/resources/py4e/report/", {"problem": "wrong", "comment": "Off with it"}),
        ("/projects/project-1/ship-by/", {"ship_by": ""}),
        ("/projects/project-2/requirements/p2-a1/", {"state": "done"}),
        ("/specializations/", {"specialization": "time-series"}),
        ("/log/", {"subject": "skill:py-syntax", "minutes": "30", "day": "2025-12-24", "note": "Curiouser"}),
        ("/log/timer/", {"do": "start", "subject": "project:project-1"}),
        ("/week/py-functions/", {"do": "pin"}),
        ("/week/hours/", {"hours": "7"}),
        ("/week/review/", {"line": "Off with it"}),
        ("/pitfalls/perfectionism/", {"do": "dismiss"}),
        ("/sprint/run/", {"do": "start", "started_on": str(alice.user.today())}),
        ("/breaks/", {"starts_on": "2025-12-24", "ends_on": "2025-12-31", "label": "Down the rabbit hole"}),
        ("/settings/calendar/", {"do": "make"}),
        ("/settings/profile/", {"handle": "alice", "name": "Alice Liddell", "url_1": "https://example.org/"}),
        ("/settings/review/", {"daily_cap": "7", "interview_on": ""}),
        ("/settings/plan/", PLAN | {"weekly_hours": "42", "started_on": "2025-12-01"}),
        ("/plan/start/", {**ADDRESSES["plan/start/"].fields, "background_other": "Down the rabbit hole"}),
    ]:
        assert alice.send(path, fields).status_code == 303, path
    build = make_build(
        user=alice.user, title="Down the rabbit hole", requirements=["Curiouser"], skills=["numpy"]
    )
    make_build(user=alice.user, project="project-3", summary="Off with it")
    told = {"title": "Curiouser", "tags": "failure", "skills": "py-syntax", "build": str(build.key)}
    for path, fields in [
        ("/stories/new/", told),
        ("/projects/project-3/requirements/p3-r1/proof/", {"note": "Curiouser and curiouser"}),
        (f"/builds/{build.key}/log/", {"text": "Off with it"}),
        (f"/builds/{build.key}/milestones/", {"milestone": "first-web-model", "state": "named"}),
    ]:
        assert alice.send(path, fields).status_code == 303, path
    make_review(user=alice.user, prompt="Down the rabbit hole")
    make_session(user=alice.user, note="Down the rabbit hole")
    make_break(user=alice.user, label="Off with it")
    fill_search(alice.user)
    fill_account(alice)
