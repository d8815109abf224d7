"""Builds: what a learner makes to show what they can do."""
