"""What the pages of the board and the table show, for the whole page and for its updates alike."""

import datetime
from typing import Any

from django.http import QueryDict

from accounts.models import User
from career.applications.board import due_first, lanes, tickets_of
from career.applications.filters import FilterForm
from career.applications.stages import Stages
from career.applications.standing import SOON, due_rows, due_view, standing
from career.applications.table import table


def applications_screen(user: User, query: QueryDict, token: str, today: datetime.date) -> dict[str, Any]:
    """Return board or table as `query` asks, in at most five statements; `token` is for the forms."""
    stages = Stages.of(user)
    asked = FilterForm(query, stages=stages)
    is_table = asked.found.get("view") == "table"
    tickets = [] if is_table else tickets_of(user, stages, asked)
    if asked.narrowed and not is_table:
        soon = next(iter(due_rows(user, stages, today + SOON, 1)), None)
    else:
        soon = due_first(tickets, today + SOON)
    figures = standing(user, stages)
    return {
        "section": "career",
        "filters": asked,
        "is_table": is_table,
        "is_empty": not (figures.open or figures.sent or figures.archived or figures.closed),
        "standing": figures,
        "due": due_view(soon, stages, today) if soon else None,
        **(
            {"table": table(user, stages, asked, query.get("page", ""), today)}
            if is_table
            else {"lanes": lanes(tickets, stages, asked, today, token)}
        ),
    }
