"""What every operation of the API shares: who asks, what may be sent, and how it answers."""
