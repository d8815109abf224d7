"""Geometry of the drawings on the progress page. Pure, no Django."""
