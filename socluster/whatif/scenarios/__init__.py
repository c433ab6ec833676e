"""Scenarios: what might happen, as values that can be read, added up, kept in files and described in words."""
