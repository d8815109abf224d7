"""People, for staff: who they are and whether they may log in. Never what they note or tick."""

from typing import Any

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401  # both register what we withdraw below
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from accounts.models import Session, User
from accounts.security_log import tell
from accounts.staff_door import explain_to_staff, may_open

# Django's own log-in page would go round the limits and the second look at the address.
admin.site.login = secure_admin_login(explain_to_staff(admin.site.login))  # type: ignore[method-assign,no-untyped-call]  # as allauth advises
admin.site.has_permission = may_open  # type: ignore[method-assign]

# Addresses follow the user's row; changing them here would part the two.
admin.site.unregister(EmailAddress)
# A second factor is its owner's alone: who could write a row of it could log in as them.
admin.site.unregister(Authenticator)


class CreateUserForm(BaseUserCreationForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = ("email", "display_name")


class ChangeUserForm(UserChangeForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = "__all__"


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    form = ChangeUserForm
    add_form = CreateUserForm
    ordering = ("email",)
    list_display = ("email", "display_name", "date_joined", "last_login", "is_staff", "is_active")
    search_fields = ("email", "display_name")
    readonly_fields = ("date_joined", "last_login")
    actions = ("sign_out",)
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Settings", {"fields": ("display_name", "time_zone", "theme", "shortcuts")}),
        ("May", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("date_joined", "last_login")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("email", "display_name", "password1", "password2"),
            },
        ),
    )

    @admin.action(description="Sign out of every device", permissions=["change"])
    def sign_out(self, request: HttpRequest, queryset: "QuerySet[User]") -> None:
        ended = 0
        for person in queryset:
            ended += Session.objects.of(person).end()
            tell("session_ended", person)
        self.message_user(request, f"Ended {ended} session{'' if ended == 1 else 's'}.")

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name the people who go and only count what goes with them, which they wrote for themselves."""
        _, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return [str(person) for person in objs], counts, perms_needed, protected

    def save_model(self, request: HttpRequest, obj: User, form: "ModelForm[User]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change or "email" in form.changed_data:
            # Staff vouch for the address; the old one no longer logs in.
            obj.change_email(obj.email, verified=True)
