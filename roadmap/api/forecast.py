"""When a learner will arrive."""

import datetime

from django.http import HttpResponse
from pydantic import ConfigDict, Field

from accounts.api.answers import answer
from accounts.api.routes import Routes
from accounts.api.shapes import Shown
from accounts.http import ApiRequest
from roadmap.api.examples import example
from roadmap.arrival import arrival_of
from roadmap.models.study import study_of
from roadmap.outline import outline_for

routes = Routes("Plan")


class ForecastShown(Shown):
    """A likely and a late date. Without a pace, or beyond five years, there is no date."""

    model_config = ConfigDict(json_schema_extra=example("forecast"))

    is_shown: bool = Field(description="Whether you want to see forecasts; if not, all else is null.")
    likely: datetime.date | None = Field(description="The day by which half of all futures have arrived.")
    late: datetime.date | None = Field(description="The day by which four of five have.")
    hours_left: float | None
    hours_a_week: float | None
    from_log: bool | None = Field(description="Whether your log made the pace, or what you mean to do.")
    chance: float | None = Field(description="That of your target date, 0 to 1.")
    hours_needed: float | None = Field(description="Hours a week with which the target is the likely date.")
    arrived: bool | None
    sentence: str | None


NONE = ForecastShown(
    is_shown=False,
    likely=None,
    late=None,
    hours_left=None,
    hours_a_week=None,
    from_log=None,
    chance=None,
    hours_needed=None,
    arrived=None,
    sentence=None,
)


@routes.read("/forecast", ForecastShown, "plan:read")
def read_forecast(request: ApiRequest) -> HttpResponse:
    """Read when you will arrive, as your progress page says it."""
    user, today = request.user, request.user.today()
    outline = outline_for(user.pk)
    arrival = arrival_of(user.pk, outline, study_of(user.pk, today), today)
    if arrival is None:
        return answer(request, NONE)
    found = arrival.forecast
    shown = ForecastShown(
        is_shown=True,
        likely=found.likely,
        late=found.late,
        hours_left=round(found.hours_left, 1),
        hours_a_week=round(found.pace, 1),
        from_log=found.from_log,
        chance=found.chance,
        hours_needed=found.needed,
        arrived=found.arrived,
        sentence=arrival.sentence,
    )
    return answer(request, shown)
