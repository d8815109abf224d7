"""The job search."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "career"

    def ready(self) -> None:
        """Let the roadmap undo what happens here and list the guide's pages, without knowing of it."""
        from career.guide import chapters
        from career.views import deletions, story_changes
        from roadmap import sitemaps
        from roadmap.views import undo

        sitemaps.register(chapters.addresses)
        undo.register(deletions.KIND, deletions.put_back)
        undo.register(story_changes.KIND, story_changes.put_back)
