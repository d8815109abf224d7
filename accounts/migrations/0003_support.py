"""The group of those who help learners: they see who a person is, and nothing that is theirs."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

NAME = "Support"
MAY = ("view_user", "help_learners")


def make(apps, schema_editor):
    database = schema_editor.connection.alias
    # Permissions are otherwise made after all migrations.
    config = installed.get_app_config("accounts")
    create_permissions(config, verbosity=0, using=database, apps=apps)
    group, _ = apps.get_model("auth", "Group").objects.using(database).get_or_create(name=NAME)
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    group.permissions.add(*permissions.filter(content_type__app_label="accounts", codename__in=MAY))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_yours_and_safe"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
