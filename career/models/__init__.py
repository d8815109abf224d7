"""The job search's tables."""

from career.models.stories import Story, StoryTag

__all__ = ["Story", "StoryTag"]
