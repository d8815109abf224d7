"""Asking politely whether the catalogue's addresses still answer."""
