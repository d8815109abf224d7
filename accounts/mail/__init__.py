"""Mail that a learner asked for: which kinds there are, when each is due, and how it is sent once."""
