"""Spaced review: what is due, what is still remembered, and what an interview asks for."""
