"""Measures: one question, one function, one stated definition."""
