"""Checklists and contacts."""
