"""Lines of one day keep the order in which they were written."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("roadmap", "0004_proof")]

    operations = [
        migrations.AddField(
            model_name="buildline",
            name="made_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AlterModelOptions(name="buildline", options={"ordering": ["-day", "-made_at"]}),
    ]
