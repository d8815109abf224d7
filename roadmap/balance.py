"""Building against theory. Pure, no Django."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

AIM = 70  # percent


@dataclass(frozen=True, slots=True)
class Balance:
    """Hours of some weeks: practice counts as building."""

    building: float
    theory: float

    @classmethod
    def of(cls, minutes: Mapping[str, int]) -> "Balance":
        """Add up minutes by kind: theory, practice and build."""
        building = sum(amount for kind, amount in minutes.items() if kind != "theory")
        return cls(building / 60, minutes.get("theory", 0) / 60)

    @property
    def empty(self) -> bool:
        return not self.building and not self.theory

    @property
    def build(self) -> int:
        """Return the share of building in whole percent; 0 of 0 is 0."""
        return 0 if self.empty else round(100 * self.building / (self.building + self.theory))

    @property
    def learn(self) -> int:
        return 0 if self.empty else 100 - self.build

    @property
    def to_aim(self) -> int:
        """Return how many whole hours of building bring the share to the aim, nothing else added."""
        missing = AIM / 100 * self.theory / (1 - AIM / 100) - self.building
        return max(math.ceil(round(missing, 6)), 0)
