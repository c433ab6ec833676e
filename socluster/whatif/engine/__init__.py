"""The engine: prepared scenarios, draws, who computes them, and what is updated instead of measured anew."""
