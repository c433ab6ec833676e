"""The engine: the values of measures over draws of scenarios, and what is updated instead of recomputed."""
