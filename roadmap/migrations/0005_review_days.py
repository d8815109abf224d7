from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('roadmap', '0004_proof'),
    ]

    operations = [
        migrations.AddField(
            model_name='reviewcard',
            name='reviewed_on',
            field=models.DateField(blank=True, null=True),
        ),
    ]
