"""The pages that every look at all pages takes in: each kind once, and those that are full or empty."""

from playwright.sync_api import Page

OPEN = (
    "/",
    "/about/",
    "/guide/pay/",
    "/roadmap/",
    "/roadmap/foundation/",
    "/roadmap/map/",
    "/roadmap/specialization-portfolio/",
    "/skills/git-basics/",
    "/skills/coding-problems-100/",
    "/sprint/",
    "/projects/",
    "/projects/project-1/",
    "/resources/",
    "/resources/?q=git",
    "/resources/?q=zzzz&kind=book",
    "/resources/pro-git/",
)
VISITORS = (*OPEN, "/accounts/signup/", "/accounts/login/", "/accounts/password/reset/", "/no-such-page/")
LEARNERS = (
    *OPEN[1:],
    "/today/",
    "/week/",
    "/week/review/",
    "/log/",
    "/review/",
    "/review/topics/",
    "/review/questions/",
    "/progress/",
    "/progress/?hours=400&break_to=2030-01-01",
    "/settings/",
    "/settings/mail/",
    "/settings/plan/",
    "/settings/data/",
    "/settings/data/import/",
    "/settings/calendar/",
    "/settings/profile/",
    "/settings/profile/preview/",
    "/settings/data/reset/",
    "/settings/data/checklist/",
    "/settings/data/delete/",
    "/breaks/",
    "/career/presence/",
    "/career/contacts/new/",
    "/stories/",
    "/stories/new/",
    "/career/",
    "/career/new/",
    "/career/resumes/",
    "/career/job-texts/",
    "/career/job-texts/new/",
    "/career/offers/",
    "/career/runway/new/",
    "/practice/",
    "/career/interviews/",
    "/career/mocks/",
    "/career/readiness/",
    "/career/companies/new/",
    "/skills/git-basics/evidence/",
    "/plan/start/",
    "/builds/new/",
    "/settings/security/",
    "/accounts/reauthenticate/",
    "/accounts/password/change/",
    "/accounts/logout/",
)

# A menu lies over what follows it: each is looked at alone, in the stories. Three hundred rows are enough to
# look at; twenty of them are unfolded.
UNFOLD = """() => document.querySelectorAll("details:not(.menu)").forEach((fold, number) => {
  fold.open = !fold.closest(".reslist") || number < 24;
})"""
LOADED = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"


def unfold(page: Page) -> None:
    """Open everything that folds on a page just loaded, and wait for what it brings in."""
    page.wait_for_load_state("load")
    page.evaluate(UNFOLD)
    page.wait_for_timeout(50)  # a fold's own event comes a task later
    page.wait_for_function(LOADED)
