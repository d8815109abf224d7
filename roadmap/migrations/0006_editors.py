"""The group of those who edit the catalogue: they see no learner."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

NAME = "Content editors"
ITEMS = (
    *("phase", "specialization", "module", "skill", "topic", "resource", "project", "requirement"),
    *("milestone", "claim", "sprintweek", "question", "idea"),
)
MAY = (
    *(f"{verb}_{item}" for item in ITEMS for verb in ("view", "add", "change")),
    # The place of a resource in a skill's list is no item of its own.
    *(f"{verb}_skillresource" for verb in ("view", "add", "change", "delete")),
    *("view_resourcereport", "change_resourcereport", "view_linkcheck"),
)


def make(apps, schema_editor):
    database = schema_editor.connection.alias
    config = installed.get_app_config("roadmap")
    create_permissions(config, verbosity=0, using=database, apps=apps)
    group, _ = apps.get_model("auth", "Group").objects.using(database).get_or_create(name=NAME)
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    group.permissions.add(*permissions.filter(content_type__app_label="roadmap", codename__in=MAY))


class Migration(migrations.Migration):
    dependencies = [
        ("roadmap", "0005_history_and_resets"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
