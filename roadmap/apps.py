"""The trail: catalogue and progress."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "roadmap"

    def ready(self) -> None:
        """Tell the account, which knows nothing of it, what of a person's is here to take along."""
        from roadmap import sections

        sections.add()
