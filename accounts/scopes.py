"""What an access token may do: one table for the page that makes them, the API and its documents.

Pure: no Django. The order is that of the page.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """`name` is what the API checks, `words` what a learner ticks, `covers` what the documents say."""

    name: str
    words: str
    covers: str


_TABLE = (
    Scope(
        "progress:read",
        "See states and figures",
        "States and counts of skills, milestones, requirements and resources, and what is next.",
    ),
    Scope(
        "progress:write",
        "Tick skills",
        "Change those states and counts.",
    ),
    Scope("notes:read", "See notes", "Notes on skills, projects and resources."),
    Scope("notes:write", "Write notes", "Write and clear them."),
    Scope("proof:read", "See evidence and builds", "Evidence of skills, builds and their requirements."),
    Scope("proof:write", "Add evidence, change builds", "Add, change and take away evidence and builds."),
    Scope("log:read", "See the log", "Entries of the study log and its sums."),
    Scope("log:write", "Log time", "Add, change and delete entries of the log."),
    Scope("plan:read", "See plan and forecast", "Plan, breaks, pace and forecast."),
    Scope("plan:write", "Change the plan", "Weekly hours, study days, dates and breaks."),
    Scope("review:read", "See due questions", "Questions that are due, with their answers."),
    Scope("review:write", "Answer questions", "Rate how well an answer was remembered."),
    Scope("career:read", "See applications", "Applications, their stages and interviews."),
    Scope("career:write", "Change applications", "Add, change and move applications."),
    Scope("runway:read", "See savings; granted only here", "Savings, costs and how long they last."),
)
SCOPES: dict[str, Scope] = {scope.name: scope for scope in _TABLE}
