"""What the job search answers with: one module per noun."""
