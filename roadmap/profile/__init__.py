"""The public profile: what strangers see of a learner, as a page, a card and a badge."""
