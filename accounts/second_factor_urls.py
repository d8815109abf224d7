"""/settings/security/: pages of the second factor, under the names that allauth looks up."""

from django.urls import path

from accounts.views import authenticator_app, passkeys, recovery_codes, security

urlpatterns = [
    path("", security.security, name="mfa_index"),
    path("app/", authenticator_app.connect, name="mfa_activate_totp"),
    path("app/off/", authenticator_app.disconnect, name="mfa_deactivate_totp"),
    path("codes/", recovery_codes.recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", recovery_codes.make_new, name="mfa_generate_recovery_codes"),
    path("codes/download/", recovery_codes.download, name="mfa_download_recovery_codes"),
    path("passkey/", passkeys.add, name="mfa_add_webauthn"),
]
