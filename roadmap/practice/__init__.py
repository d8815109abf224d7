"""Coding problems: how many of which kind are solved, and which come back."""
