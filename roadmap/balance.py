"""Building against theory. Pure, no Django."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

AIM = 70  # percent


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes of some weeks: practice counts as building."""

    build_minutes: int
    theory_minutes: int

    @classmethod
    def of(cls, minutes: Mapping[str, int]) -> "Balance":
        """Add up minutes by kind: theory, practice and build."""
        building = sum(amount for kind, amount in minutes.items() if kind != "theory")
        return cls(building, minutes.get("theory", 0))

    @property
    def building(self) -> float:
        """Return the hours of building."""
        return self.build_minutes / 60

    @property
    def theory(self) -> float:
        """Return the hours of theory."""
        return self.theory_minutes / 60

    @property
    def empty(self) -> bool:
        return not self.build_minutes and not self.theory_minutes

    @property
    def build(self) -> int:
        """Return the share of building in whole percent; 0 of 0 is 0."""
        whole = self.build_minutes + self.theory_minutes
        return round(100 * self.build_minutes / whole) if whole else 0

    @property
    def learn(self) -> int:
        return 0 if self.empty else 100 - self.build

    @property
    def to_aim(self) -> int:
        """Return how many whole hours of building bring the share to the aim, nothing else added."""
        missing = AIM / 100 * self.theory / (1 - AIM / 100) - self.building
        return max(math.ceil(round(missing, 6)), 0)
