"""Exponential random graph models: which tendencies make such a cluster likely, and how sure is that?"""
