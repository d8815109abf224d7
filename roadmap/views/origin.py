"""The page that a form was sent from, so that the answer goes there or updates what it shows."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.http import url_has_allowed_host_and_scheme

# The pages that hold forms. A refused form is shown again at its own address, which answers POST
# only: what is sent from there belongs to the page above it.
PAGES = {
    "accounts:settings",
    "career:application",
    "career:application_edit",
    "career:application_new",
    "career:applications",
    "career:stages",
    "career:contact",
    "career:contact_new",
    "career:contacts",
    "career:import",
    "career:presence",
    "career:proof",
    "career:asked_question",
    "career:asked_questions",
    "career:interview",
    "career:interviews",
    "career:mock",
    "career:mocks",
    "career:round_new",
    "career:company",
    "career:company_new",
    "career:readiness",
    "career:job_text",
    "career:job_text_edit",
    "career:job_text_new",
    "career:job_texts",
    "career:budget_new",
    "career:offer",
    "career:offer_edit",
    "career:offer_new",
    "career:offers",
    "career:runway",
    "career:runway_delete",
    "career:letter",
    "career:resume",
    "career:resume_import",
    "career:resumes",
    "career:stories",
    "career:story",
    "career:story_edit",
    "career:story_new",
    "career:story_rehearse",
    "roadmap:past_week",
    "roadmap:breaks",
    "roadmap:build",
    "roadmap:calendar",
    "roadmap:log",
    "roadmap:phase",
    "roadmap:plan_settings",
    "roadmap:practice",
    "roadmap:profile_settings",
    "roadmap:project",
    "roadmap:projects",
    "roadmap:resource",
    "roadmap:resources",
    "roadmap:own_questions",
    "roadmap:review",
    "roadmap:review_away",
    "roadmap:review_scratch",
    "roadmap:review_topics",
    "roadmap:roadmap",
    "roadmap:skill",
    "roadmap:skill_evidence",
    "roadmap:sprint",
    "roadmap:start_result",
    "roadmap:today",
    "roadmap:week",
    "roadmap:weekly",
}


def origin_path(request: HttpRequest) -> str:
    """Return the path and query of the page of this site that sent the request, or nothing."""
    url = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    if not url_has_allowed_host_and_scheme(url, {request.get_host()}):
        return ""
    parts = urlsplit(url)
    path = parts.path
    while path and not _is_page(path):
        above = path.rstrip("/").rpartition("/")[0]
        path = f"{above}/" if above else ""
    return path + (f"?{parts.query}" if parts.query and path == parts.path else "")


def origin(request: HttpRequest) -> ResolverMatch | None:
    """Return the address of the sending page as the URLconf knows it."""
    path = origin_path(request)
    return _resolved(urlsplit(path).path) if path else None


def _is_page(path: str) -> bool:
    found = _resolved(path)
    return found is not None and found.view_name in PAGES


# As many pages as there are; each is looked up twice for every tick.
@lru_cache(maxsize=1_000)
def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None
