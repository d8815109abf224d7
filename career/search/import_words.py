"""What spreadsheets call our choices, in lower case."""

from collections.abc import Iterable

from career.models import Application, StageItem, Standard, Tier

_STAGES = {
    "wishlist": Standard.SAVED,
    "to apply": Standard.SAVED,
    "bookmarked": Standard.SAVED,
    "interested": Standard.SAVED,
    "sent": Standard.APPLIED,
    "submitted": Standard.APPLIED,
    "phone screen": Standard.SCREEN,
    "screening": Standard.SCREEN,
    "interview": Standard.SCREEN,
    "interviewing": Standard.SCREEN,
    "technical interview": Standard.TECHNICAL,
    "final interview": Standard.FINAL,
    "final": Standard.FINAL,
    "onsite": Standard.FINAL,
    "offered": Standard.OFFER,
    "offer received": Standard.OFFER,
    "hired": Standard.ACCEPTED,
    "offer accepted": Standard.ACCEPTED,
    "offer declined": Standard.DECLINED,
    "denied": Standard.REJECTED,
    "refused": Standard.REJECTED,
    "withdrew": Standard.WITHDRAWN,
    "no response": Standard.GHOSTED,
    "no answer": Standard.GHOSTED,
}
_SOURCES = {
    Application.Source.REFERRAL: ("referral", "referred", "referral from a friend", "employee referral"),
    Application.Source.COLD: ("cold", "direct", "company website", "company site", "careers page", "website"),
    Application.Source.BOARD: ("board", "job board", "linkedin", "indeed", "glassdoor", "stepstone", "xing"),
    Application.Source.RECRUITER: ("recruiter", "headhunter", "agency", "recruiting agency"),
    Application.Source.NETWORK: ("network", "networking", "event", "meetup", "friend"),
}
_REMOTES = {
    Application.Remote.ONSITE: ("on site", "onsite", "on-site", "office", "in office"),
    Application.Remote.HYBRID: ("hybrid", "partly remote"),
    Application.Remote.REMOTE: ("remote", "yes", "true", "fully remote"),
}
_PERS = {
    Application.Pay.YEAR: ("year", "yearly", "per year", "annual", "annually", "pa", "p.a."),
    Application.Pay.MONTH: ("month", "monthly", "per month"),
    Application.Pay.DAY: ("day", "daily", "per day"),
    Application.Pay.HOUR: ("hour", "hourly", "per hour"),
}


def _words(spoken: dict[str, tuple[str, ...]], labels: Iterable[tuple[str, str]]) -> dict[str, str]:
    words = {word: str(value) for value, all_of in spoken.items() for word in all_of}
    return words | {label.lower(): value for value, label in labels}


SOURCES = _words({str(key): words for key, words in _SOURCES.items()}, Application.Source.choices)
REMOTES = _words({str(key): words for key, words in _REMOTES.items()}, Application.Remote.choices) | {
    "no": "",
    "false": "",
}
PERS = _words({str(key): words for key, words in _PERS.items()}, Application.Pay.choices)
TIERS = {
    word: str(tier.value)
    for tier in Tier
    for word in (str(tier.value), f"tier {tier.value}", str(tier.label).lower())
}


def stage_words(stages: Iterable[StageItem]) -> dict[str, str]:
    """Return the learner's stages by key, by name, and by what others call them."""
    listed = list(stages)
    first = {stage.means: stage.key for stage in reversed(listed)}
    others = {word: first[means.value] for word, means in _STAGES.items() if means.value in first}
    return (
        others
        | {stage.key.lower(): stage.key for stage in listed}
        | {stage.name.lower(): stage.key for stage in listed}
    )
