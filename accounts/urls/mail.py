"""/settings/mail/: what is sent and when."""

from django.urls import path

from accounts.views import mail

urlpatterns = [path("mail/", mail.mail, name="mail")]
