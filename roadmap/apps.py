"""The trail: catalogue and progress."""

from django.apps import AppConfig

# What a learner calls their rows, where the table's own name would not do; these first.
WORDS = {
    "roadmap.StudySession": ("log entry", "log entries"),
    "roadmap.SkillProgress": ("skill", "skills"),
    "roadmap.Note": ("note", "notes"),
}
OTHER_WORDS = {
    "roadmap.MilestoneProgress": ("milestone", "milestones"),
    "roadmap.ResourceProgress": ("marked resource", "marked resources"),
    "roadmap.Evidence": ("piece of evidence", "pieces of evidence"),
    "roadmap.Enrollment": ("plan", "plans"),
    "roadmap.StartingPoint": ("set of first answers", "sets of first answers"),
    "roadmap.Handle": ("profile address", "profile addresses"),
    "roadmap.ReviewPlan": ("review setting", "review settings"),
}


class RoadmapConfig(AppConfig):
    name = "roadmap"

    def ready(self) -> None:
        """Tell accounts, which knows nothing of it, what there is here of a learner."""
        from accounts import belongings, due, erasure
        from accounts.mail import letters
        from accounts.models import MailKind
        from roadmap import digest_mail, recent, sections
        from roadmap.models import ResetSnapshot
        from roadmap.views import profile

        sections.add()
        for label, (one, many) in (WORDS | OTHER_WORDS).items():
            belongings.call(label, one, many, first=label in WORDS)
        erasure.register(recent.forget)
        erasure.register(profile.forget)
        due.register("drop old resets", ResetSnapshot.objects.sweep)
        letters.register(MailKind.DIGEST, digest_mail.digests)
        letters.register(MailKind.QUIET, digest_mail.words_after_silence)
