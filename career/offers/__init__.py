"""Offers side by side, and their negotiation."""
