"""The job search."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "career"

    def ready(self) -> None:
        """Let the roadmap undo what happens here, without knowing of it."""
        from career.views import deletions, offer_log, story_changes
        from roadmap.views import undo

        undo.register(deletions.KIND, deletions.put_back)
        undo.register(offer_log.KIND, offer_log.put_back)
        undo.register(story_changes.KIND, story_changes.put_back)
