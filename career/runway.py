"""How long savings last, month by month."""
