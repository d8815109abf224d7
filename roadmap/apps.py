"""The trail: catalogue and progress."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "roadmap"
