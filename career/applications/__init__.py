"""Applications: board, table, forms, moves."""
