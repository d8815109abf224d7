"""The pages of the runway."""
