"""What a password must be: long enough, not common, not your own name. No composition rules."""

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
    def get_error_message(self) -> str:
        return "This one is on the list of common passwords; pick one that only you would think of."

    def get_help_text(self) -> str:
        return ""


class SimilarityValidator(password_validation.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "display_name"))

    def get_error_message(self) -> str:
        return "This one is too close to your name or email; pick something else."

    def get_help_text(self) -> str:
        return ""
