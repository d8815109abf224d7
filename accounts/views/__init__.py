"""Pages about the person: one module per noun."""
