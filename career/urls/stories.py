"""Addresses of stories."""

from django.urls import path

from career.views import stories, story_changes, story_edit

urlpatterns = [
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", story_edit.story_new, name="story_new"),
    path("stories/print/", stories.stories_print, name="stories_print"),
    path("stories/<uuid:pk>/", stories.story, name="story"),
    path("stories/<uuid:pk>/rehearse/", stories.story_rehearse, name="story_rehearse"),
    path("stories/<uuid:pk>/edit/", story_edit.story_edit, name="story_edit"),
    path("stories/<uuid:pk>/told/", story_changes.story_told, name="story_told"),
    path("stories/<uuid:pk>/delete/", story_changes.story_delete, name="story_delete"),
]
