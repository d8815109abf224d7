"""/accounts/: accounts elsewhere, under the names that allauth looks up. Only with their variables set."""

from django.conf import settings
from django.urls import path

from accounts.views import doors

urlpatterns = [
    path("elsewhere/cancelled/", doors.cancelled, name="socialaccount_login_cancelled"),
    path("elsewhere/", doors.connections, name="socialaccount_connections"),
    path("elsewhere/disconnect/", doors.disconnect, name="account_disconnect"),
]

if "openid_connect" in settings.SOCIAL_DOORS:
    urlpatterns += [
        path("<slug:provider_id>/login/", doors.openid_login, name="openid_connect_login"),
        path("<slug:provider_id>/login/callback/", doors.openid_callback, name="openid_connect_callback"),
    ]

if "github" in settings.SOCIAL_DOORS:
    from allauth.socialaccount.providers.github import views as github

    urlpatterns[:0] = [
        path("github/login/", doors.beginning(github.oauth2_login), name="github_login"),
        path("github/login/callback/", doors.ending(github.oauth2_callback), name="github_callback"),
    ]
