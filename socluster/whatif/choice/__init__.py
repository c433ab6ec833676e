"""Choosing: goals, rankings, plans for several partners, and which assumption would change the choice."""
