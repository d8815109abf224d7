"""The trail: catalogue and progress."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "roadmap"

    def ready(self) -> None:
        """Say who writes the mail about a learner's weeks."""
        from accounts.mail import letters
        from accounts.models import MailKind
        from roadmap import digest_mail

        letters.register(MailKind.DIGEST, digest_mail.digests)
        letters.register(MailKind.QUIET, digest_mail.words_after_silence)
