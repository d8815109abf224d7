"""Taking progress back: of a phase, a module, the sprint, or all."""
