"""What a job text says, by rules: no model, and silence is no signal."""
