"""Questions that were asked get an address, and can be brought back after a deletion.

Nobody has any yet: the table came with the migration before.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("career", "0002_job_search")]

    operations = [
        migrations.DeleteModel("AskedQuestion"),
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("deleted_at", models.DateTimeField(blank=True, null=True)),
                ("on", models.DateField()),
                ("text", models.CharField(max_length=500)),
                (
                    "answer",
                    models.TextField(blank=True, max_length=2000, verbose_name="what I would say now"),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="asked",
                        to="career.interview",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.skill",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asked_questions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-on", "made_at"]},
        ),
        migrations.AddIndex(
            model_name="askedquestion",
            index=models.Index(fields=["user", "on"], name="asked_of_a_learner"),
        ),
        migrations.AddConstraint(
            model_name="askedquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="asked_question_says_something"
            ),
        ),
    ]
