"""People, for staff: who they are and whether they may log in. Never what they note or tick."""

from functools import partial
from typing import Any, cast

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401  # both register what we withdraw below
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from accounts import erasure
from accounts.belongings import belongings_of
from accounts.models import Session, StaffLook, User
from accounts.security_log import tell
from accounts.staff import GoesWithLearner, NotesLooks
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


# All that support sees of a person: who they are, when they came and were last here, and how much they keep.
SUPPORT = ("email", "display_name", "date_joined", "last_login", "confirmed", "is_active", "sizes")


@admin.register(User)
class UserAdmin(NotesLooks, DjangoUserAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Superusers may change everything; support looks, ends sessions and sends confirmations again."""

    form = ChangeUserForm
    add_form = CreateUserForm
    ordering = ("email",)
    list_display = ("email", "display_name", "date_joined", "last_login", "is_staff", "is_active")
    search_fields = ("email", "display_name")
    readonly_fields = ("date_joined", "last_login", "confirmed", "sizes")
    actions = ("sign_out", "send_confirmation")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Settings", {"fields": ("display_name", "time_zone", "theme", "shortcuts")}),
        ("May", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("date_joined", "last_login")}),
        ("Kept", {"fields": ("confirmed", "sizes")}),
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

    def learner_of(self, obj: User) -> int:
        return obj.pk

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return (
            super().get_fieldsets(request, obj) if _is_superuser(request) else ((None, {"fields": SUPPORT}),)
        )

    def get_list_filter(self, request: HttpRequest) -> Any:
        return super().get_list_filter(request) if _is_superuser(request) else ("is_active",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Whoever may change one account could make it a superuser's.
        return _is_superuser(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_help_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("accounts.help_learners")

    @admin.display(description="address confirmed", boolean=True)
    def confirmed(self, person: User) -> bool:
        return person.emailaddress_set.filter(email=person.email, verified=True).exists()

    @admin.display(description="keeps")
    def sizes(self, person: User) -> str:
        return ", ".join(map(str, belongings_of(person.pk))) or "nothing"

    @admin.action(description="Sign out of every device", permissions=["help"])
    def sign_out(self, request: HttpRequest, queryset: "QuerySet[User]") -> None:
        people = list(queryset)
        StaffLook.objects.note(_staff(request), [person.pk for person in people], "sessions ended")
        ended = 0
        for person in people:
            ended += Session.objects.of(person).end()
            tell("session_ended", person)
        self.message_user(request, f"Ended {ended} session{'' if ended == 1 else 's'}.")

    @admin.action(description="Send the confirmation of the address again", permissions=["help"])
    def send_confirmation(self, request: HttpRequest, queryset: "QuerySet[User]") -> None:
        waiting = EmailAddress.objects.filter(user__in=queryset, verified=False)
        StaffLook.objects.note(_staff(request), [row.user_id for row in waiting], "confirmation sent")
        for address in waiting:
            address.send_confirmation(request)
        self.message_user(request, f"{len(waiting)} sent; whose address is confirmed gets none.")

    def delete_model(self, request: HttpRequest, obj: User) -> None:
        _erase(obj.pk)

    def delete_queryset(self, request: HttpRequest, queryset: "QuerySet[User]") -> None:
        for pk in list(queryset.values_list("pk", flat=True)):
            _erase(pk)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name the people who go and only count what goes with them, which they wrote for themselves."""
        _, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        return [str(person) for person in objs], counts, perms_needed, protected

    def save_model(self, request: HttpRequest, obj: User, form: "ModelForm[User]", change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not change or "email" in form.changed_data:
            # Staff vouch for the address; the old one no longer logs in.
            obj.change_email(obj.email, verified=True)


@admin.register(StaffLook)
class StaffLookAdmin(GoesWithLearner):
    """Who looked at whose rows, for superusers to read."""

    list_display = ("at", "staff", "learner", "page")
    list_filter = ("page",)
    list_select_related = ("learner",)
    date_hierarchy = "at"
    search_fields = ("learner__email",)

    @admin.display(description="staff", ordering="staff_number")
    def staff(self, look: StaffLook) -> str:
        found = User.objects.filter(pk=look.staff_number).first()
        return str(found) if found else f"{look.staff_number}, who left"

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _is_superuser(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_active and request.user.is_superuser


def _staff(request: HttpRequest) -> User:
    return cast(User, request.user)


def _erase(pk: int) -> None:
    """Delete an account within the transaction that the admin opened."""
    if erasure.erase_rows(pk):
        transaction.on_commit(partial(erasure.settle, pk))
