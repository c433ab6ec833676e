"""Leaving and failing: what breaks when actors go, alone, in pairs, or with the project that paid them."""
