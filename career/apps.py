"""The job search."""

from django.apps import AppConfig


class CareerConfig(AppConfig):
    name = "career"

    def ready(self) -> None:
        """Tell the apps below, which know nothing of it, what is here to undo, find, mail and take along."""
        from accounts import belongings
        from accounts.mail import letters
        from accounts.models import MailKind
        from career import sections
        from career.applications import mail
        from career.guide import chapters, ideas
        from career.interviews.calendar import entries_of
        from career.views import (
            applications_undo,
            contacts,
            deletions,
            interviews,
            offer_log,
            own_terms,
            story_changes,
        )
        from roadmap import digest, learner_calendar, sitemaps
        from roadmap.views import undo

        sections.add()
        belongings.call("career.Application", "application", "applications", first=True)
        belongings.call("career.Story", "story", "stories", first=True)
        digest.register(mail.follow_up_block)
        digest.register(ideas.idea_block)
        letters.register(MailKind.FOLLOW_UPS, mail.follow_ups)
        learner_calendar.register(entries_of)
        sitemaps.register(chapters.addresses)
        undo.register(applications_undo.KIND, applications_undo.put_back)
        undo.register(contacts.KIND, contacts.put_back)
        undo.register(deletions.KIND, deletions.put_back)
        undo.register(interviews.AIM, interviews.put_aim_back)
        undo.register(offer_log.KIND, offer_log.put_back)
        undo.register(own_terms.KIND, own_terms.put_back)
        undo.register(story_changes.KIND, story_changes.put_back)
