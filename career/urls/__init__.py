"""Addresses of the job search, a module per noun."""

from career.urls import (
    applications,
    guide,
    interviews,
    job_texts,
    offers,
    readiness,
    resumes,
    runway,
    search,
    stories,
)

app_name = "career"

urlpatterns = [
    *applications.urlpatterns,
    *guide.urlpatterns,
    *interviews.urlpatterns,
    *job_texts.urlpatterns,
    *offers.urlpatterns,
    *readiness.urlpatterns,
    *resumes.urlpatterns,
    *runway.urlpatterns,
    *search.urlpatterns,
    *stories.urlpatterns,
]
