"""The trail for a learner's own scripts: the verbs and readers of the pages, as JSON."""
