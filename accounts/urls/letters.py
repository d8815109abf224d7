"""/mail/: where links in mail lead that need no log-in."""

from django.urls import path

from accounts.views import mail_off

app_name = "mail"

urlpatterns = [path("off/<str:token>/", mail_off.off, name="off")]
