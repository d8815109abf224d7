"""The job search."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "career"

    def ready(self) -> None:
<<<<<<< HEAD
        """Let the roadmap undo what happens here, and put it into the calendar, without knowing of it."""
        from career.interviews.calendar import entries_of
        from career.views import applications_undo, contacts, deletions, interviews, story_changes
        from roadmap import learner_calendar
        from roadmap.views import undo

        undo.register(applications_undo.KIND, applications_undo.put_back)
        undo.register(contacts.KIND, contacts.put_back)
=======
        """Let the roadmap undo what happens here and list the guide's pages, without knowing of it."""
        from career.guide import chapters
        from career.views import deletions, story_changes
        from roadmap import sitemaps
        from roadmap.views import undo

        sitemaps.register(chapters.addresses)
>>>>>>> readiness
        undo.register(deletions.KIND, deletions.put_back)
        undo.register(interviews.AIM, interviews.put_aim_back)
        undo.register(story_changes.KIND, story_changes.put_back)
        learner_calendar.register(entries_of)
