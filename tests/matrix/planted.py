"""Addresses with holes, so that the matrix is seen to find them: never part of the site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from career.models import Story
from config import urls
from roadmap.models import Note


@require_safe
def leaks(request: HttpRequest, pk: Any) -> HttpResponse:
    return HttpResponse(get_object_or_404(Story, pk=pk).title)


@require_POST
def lets_delete(request: HttpRequest, pk: Any) -> HttpResponse:
    get_object_or_404(Story, pk=pk).delete()
    return redirect("/stories/")


@require_POST
def hides_what_it_changes(request: HttpRequest, pk: Any) -> HttpResponse:
    Story.objects.filter(pk=pk).update(title="Mine now")
    return HttpResponse(status=404)


@require_safe
def writes_when_read(request: HttpRequest) -> HttpResponse:
    Note.objects.filter(user=request.user.pk).update(text="Seen")
    return HttpResponse("Notes")


def takes_any_method(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Whatever")


@require_safe
def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken")


@require_POST
def stores_what_it_is_given(request: HttpRequest) -> HttpResponse:
    Note.objects.filter(user=request.user.pk).update(**{"text": request.POST.get("title", "")})
    return redirect("/roadmap/")


HOLES = [
    path("planted/<uuid:pk>/leak/", leaks),
    path("planted/<uuid:pk>/delete/", lets_delete),
    path("planted/<uuid:pk>/hide/", hides_what_it_changes),
    path("planted/write/", writes_when_read),
    path("planted/any/", takes_any_method),
    path("planted/break/", breaks),
    path("planted/store/", stores_what_it_is_given),
]
urlpatterns = [*HOLES, *urls.urlpatterns]
handler404, handler500 = urls.handler404, urls.handler500
