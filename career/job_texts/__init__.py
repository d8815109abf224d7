"""Pages of the job-text reader."""
