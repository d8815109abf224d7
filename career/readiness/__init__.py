"""Gates by tier, and target companies."""
