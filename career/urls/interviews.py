"""Addresses of interviews, mock ones, and what was asked."""

from django.urls import path

from career.views import asked, debriefs, interviews, mocks, preparation

urlpatterns = [
    path("career/interviews/", interviews.interviews, name="interviews"),
    path("career/interviews/<uuid:pk>/", interviews.interview, name="interview"),
    path("career/interviews/<uuid:pk>/aim/", interviews.interview_aim, name="interview_aim"),
    path("career/interviews/<uuid:pk>/delete/", interviews.interview_delete, name="interview_delete"),
    path("career/interviews/<uuid:pk>/debrief/", debriefs.debrief, name="interview_debrief"),
    path("career/interviews/<uuid:pk>/points/", preparation.point, name="interview_point"),
    path("career/interviews/<uuid:pk>/points/new/", preparation.point_new, name="interview_point_new"),
    path("career/interviews/<uuid:pk>/points/drop/", preparation.point_drop, name="interview_point_drop"),
    path("career/<uuid:pk>/rounds/new/", interviews.round_new, name="round_new"),
    path("career/mocks/", mocks.mocks, name="mocks"),
    path("career/mocks/<uuid:pk>/", mocks.mock, name="mock"),
    path("career/questions/", asked.asked_questions, name="asked_questions"),
    path("career/questions/<uuid:pk>/", asked.asked_question, name="asked_question"),
    path("career/questions/<uuid:pk>/review/", asked.asked_review, name="asked_review"),
    path("career/questions/<uuid:pk>/delete/", asked.asked_delete, name="asked_delete"),
]
