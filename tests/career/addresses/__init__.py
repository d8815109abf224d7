"""The addresses of the job search, a module per noun."""

from tests.address import Address
from tests.career.addresses.applications import APPLICATIONS
from tests.career.addresses.guide import GUIDE
from tests.career.addresses.interviews import INTERVIEWS
from tests.career.addresses.job_texts import JOB_TEXTS
from tests.career.addresses.offers import OFFERS
from tests.career.addresses.readiness import READINESS
from tests.career.addresses.resumes import RESUMES
from tests.career.addresses.runway import RUNWAY
from tests.career.addresses.search import SEARCH
from tests.career.addresses.stories import STORIES

CAREER: dict[str, Address] = {
    **APPLICATIONS,
    **GUIDE,
    **INTERVIEWS,
    **JOB_TEXTS,
    **OFFERS,
    **READINESS,
    **RESUMES,
    **RUNWAY,
    **SEARCH,
    **STORIES,
}
