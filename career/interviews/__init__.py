"""Rounds, preparation, debrief."""
