"""The job search for a learner's own scripts."""
