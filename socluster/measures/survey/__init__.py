"""Surveys: what respondents report, how they rate each other, and how far that can be trusted.

A new measure has the file of what it asks of the answers: agreement, ratings, reliability or non-response.
"""
