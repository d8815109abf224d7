"""What a password must be: long enough, not common, not the site's or your own name. No composition rules."""

import re
import string
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError


class LengthValidator:
    """At least `min_length` and at most `max_length` characters, exactly as typed."""

    def __init__(self, min_length: int = 12, max_length: int = 128) -> None:
        self.min_length = min_length
        self.max_length = max_length

    def validate(self, password: str, user: Any = None) -> None:
        length = len(password)
        if length < self.min_length:
            missing = self.min_length - length
            had = "1 character" if length == 1 else f"{length} characters"
            raise ValidationError(f"This one has {had}; add {missing} more.", code="password_too_short")
        if length > self.max_length:
            raise ValidationError(
                f"This one has {length:,} characters; {self.max_length} is the most we can store.",
                code="password_too_long",
            )

    def get_help_text(self) -> str:
        return f"At least {self.min_length} characters. A short sentence works well."


class CommonPasswordValidator(password_validation.CommonPasswordValidator):
    """Not one of Django's 20,000, nor one of them repeated or with digits and marks around it."""

    def validate(self, password: str, user: Any = None) -> None:
        text = password.lower().strip()
        core = text.strip(string.digits + string.punctuation + string.whitespace)
        if not self.passwords.isdisjoint({text, core, *_repeated(text)}):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        return "This one is on the list of common passwords; pick one that only you would think of."

    def get_help_text(self) -> str:
        return ""


def _repeated(text: str) -> set[str]:
    """Return what gives `text` when it is written several times."""
    lengths = (length for length in range(1, len(text) // 2 + 1) if len(text) % length == 0)
    return {text[:length] for length in lengths if text[:length] * (len(text) // length) == text}


class ContextValidator:
    """What everyone would try first, the name of the site and your own, counts for nothing."""

    SITE = frozenset({"milepost", "roadmap", "mlengineer", "machinelearning", "engineer", "password"})
    SHORTEST_WORD, ENOUGH = 4, 6  # characters

    def validate(self, password: str, user: Any = None) -> None:
        own = f"{getattr(user, 'email', '') or ''} {getattr(user, 'display_name', '') or ''}".lower()
        words = self.SITE | {word for word in re.split(r"[\W_]+", own) if len(word) >= self.SHORTEST_WORD}
        rest = password.lower()
        for word in sorted(words, key=len, reverse=True):
            rest = rest.replace(word, "")
        if len(rest) < min(self.ENOUGH, len(password)):
            raise ValidationError(
                "Apart from the name of this site or your own, there is little left; add some words.",
                code="password_from_context",
            )

    def get_help_text(self) -> str:
        return ""


class SimilarityValidator(password_validation.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "display_name"))

    def get_error_message(self) -> str:
        return "This one is too close to your name or email; pick something else."

    def get_help_text(self) -> str:
        return ""
