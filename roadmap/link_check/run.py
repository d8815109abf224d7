"""A run over many links: hosts side by side, the links of one host one after the other."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from urllib.parse import urlsplit

from django.db.models import Q

from roadmap.link_check.asking import Asker
from roadmap.link_check.one import Polite, Result
from roadmap.models import LinkCheck, Resource

Link = tuple[int, str]


def due_links(before: datetime.datetime) -> list[Link]:
    """Return (id, address) of the resources not asked since `before`, those never asked first.

    What a run that was stopped has asked is not asked again, so that the next one goes on where it ended.
    Only addresses of the catalogue are here: what learners type is never asked.
    """
    latest = LinkCheck.objects.latest_of_each()
    links = Resource.objects.filter(Q(retired=False)).order_by("pk").values_list("pk", "url")
    never = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    waiting = [(latest.get(pk, never), pk, url) for pk, url in links if latest.get(pk, never) < before]
    return [(pk, url) for _, pk, url in sorted(waiting)]


def results_of(
    links: Iterable[Link], asker: Asker, *, pause: float, hosts: int
) -> Iterator[tuple[Link, Result]]:
    """Yield each link with its result as it comes in; at most `hosts` hosts are asked at a time."""
    by_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_host[urlsplit(link[1]).hostname or ""].append(link)
    polite, waiting = Polite(asker, pause), list(by_host.values())
    with ThreadPoolExecutor(max_workers=hosts) as pool:
        running: dict[Future[Result], list[Link]] = {}

        def begin(queue: list[Link]) -> None:
            running[pool.submit(polite.check, queue[0][1])] = queue

        try:
            while waiting and len(running) < hosts:
                begin(waiting.pop(0))
            while running:
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    link, *rest = running.pop(future)
                    if rest:
                        begin(rest)
                    elif waiting:
                        begin(waiting.pop(0))
                    yield link, future.result()
        finally:
            for future in running:
                future.cancel()


def keep(link: Link, result: Result, at: datetime.datetime) -> LinkCheck:
    """Write a result down as soon as it is known."""
    return LinkCheck.objects.create(
        resource_id=link[0],
        url=link[1],
        at=at,
        outcome=result.outcome,
        status=result.status,
        leads_to=result.leads_to[:1000],
        note=result.note[:200],
    )
