"""Addresses of the trail, grouped by noun."""

from django.urls import path

from roadmap.views import (
    front,
    milestones,
    notes,
    phases,
    plan,
    progress,
    projects,
    resource_marks,
    resources,
    roadmap,
    site,
    skills,
    sprint,
    today,
    undo,
)

app_name = "roadmap"

urlpatterns = [
    path("", front.landing, name="landing"),
    path("about/", front.about, name="about"),
    path("today/", today.today, name="today"),
    path("progress/", progress.progress, name="progress"),
    path("undo/", undo.undo, name="undo"),
    path("roadmap/", roadmap.roadmap, name="roadmap"),
    path("roadmap/<slug:slug>/", phases.phase, name="phase"),
    path("roadmap/<slug:slug>/known/", phases.phase_known, name="phase_known"),
    path("modules/<slug:slug>/known/", phases.module_known, name="module_known"),
    path("specializations/", roadmap.specializations, name="specializations"),
    path("skills/<slug:slug>/", skills.skill, name="skill"),
    path("skills/<slug:slug>/state/", skills.skill_state, name="skill_state"),
    path("skills/<slug:slug>/count/", skills.skill_count, name="skill_count"),
    path("skills/<slug:slug>/note/", notes.note, {"kind": "skill"}, name="skill_note"),
    path("milestones/<slug:slug>/state/", milestones.milestone_state, name="milestone_state"),
    path("resources/", resources.resources, name="resources"),
    path("resources/<slug:slug>/", resources.resource, name="resource"),
    path("resources/<slug:slug>/state/", resource_marks.resource_state, name="resource_state"),
    path("resources/<slug:slug>/thumb/", resource_marks.resource_thumb, name="resource_thumb"),
    path("resources/<slug:slug>/report/", resource_marks.resource_report, name="resource_report"),
    path("resources/<slug:slug>/note/", notes.note, {"kind": "resource"}, name="resource_note"),
    path("projects/", projects.projects, name="projects"),
    path("projects/<slug:slug>/", projects.project, name="project"),
    path(
        "projects/<slug:slug>/requirements/<slug:requirement>/",
        projects.requirement_state,
        name="requirement_state",
    ),
    path("projects/<slug:slug>/ship-by/", projects.ship_by, name="ship_by"),
    path("projects/<slug:slug>/note/", notes.note, {"kind": "project"}, name="project_note"),
    path("sprint/", sprint.sprint, name="sprint"),
    path("settings/plan/", plan.plan_settings, name="plan_settings"),
    path("sitemap.xml", site.sitemap, name="sitemap"),
    path("robots.txt", site.robots, name="robots"),
    path("favicon.ico", site.favicon, name="favicon"),
    path("site.webmanifest", site.manifest, name="manifest"),
]
