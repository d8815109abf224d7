"""The chapters of the guide."""
