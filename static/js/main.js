// The page works without any of this; each module makes one thing smoother.
