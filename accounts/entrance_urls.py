"""/accounts/: the ways in and out, under the names that allauth looks up."""

from allauth.account import views as allauth_views
from django.urls import path, re_path

from accounts.reauthentication import confirmed
from accounts.views import email, entrance, passkey_log_in, second_step
from accounts.views.entrance import with_our_codes

urlpatterns = [
    path("signup/", entrance.sign_up, name="account_signup"),
    path("login/", entrance.log_in, name="account_login"),
    path("logout/", entrance.log_out, name="account_logout"),
    path(
        "inactive/",
        with_our_codes(allauth_views.account_inactive),
        name="account_inactive",
    ),
]

second_step_urls = [
    path("second-step/", second_step.second_step, name="mfa_authenticate"),
    path("passkey/", passkey_log_in.log_in, name="mfa_login_webauthn"),
    path("passkey/options/", passkey_log_in.options, name="passkey_options"),
    path("reauthenticate/", second_step.confirm_by_password, name="account_reauthenticate"),
    path("reauthenticate/code/", second_step.confirm_by_code, name="mfa_reauthenticate"),
    path("reauthenticate/passkey/", second_step.confirm_by_passkey, name="mfa_reauthenticate_webauthn"),
]

email_urls = [
    path("email/", email.change_email, name="account_email"),
    path("email/<str:token>/", email.confirm_new_email, name="account_confirm_new_email"),
    path(
        "confirm-email/",
        with_our_codes(allauth_views.email_verification_sent),
        name="account_email_verification_sent",
    ),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", entrance.confirm_email, name="account_confirm_email"),
]

password_urls = [
    path(
        "password/change/",
        with_our_codes(allauth_views.password_change),
        name="account_change_password",
    ),
    path(
        "password/set/",
        with_our_codes(confirmed(allauth_views.password_set)),
        name="account_set_password",
    ),
    path(
        "password/reset/",
        with_our_codes(allauth_views.password_reset),
        name="account_reset_password",
    ),
    path(
        "password/reset/done/",
        with_our_codes(allauth_views.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entrance.new_password,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        with_our_codes(allauth_views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]

urlpatterns += second_step_urls + email_urls + password_urls
