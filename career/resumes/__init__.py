"""Résumés and cover letters."""
