"""The job search."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "career"

    def ready(self) -> None:
        """Let the roadmap undo what happens here, without knowing of it."""
        from career.views import applications_undo, contacts, deletions, story_changes
        from roadmap.views import undo

        undo.register(applications_undo.KIND, applications_undo.put_back)
        undo.register(contacts.KIND, contacts.put_back)
        undo.register(deletions.KIND, deletions.put_back)
        undo.register(story_changes.KIND, story_changes.put_back)
