"""What a learner can prove: evidence on skills, and the skills that a build shows."""
