"""Incubation: what events do to ties, with barriers in the way: meetings, ties, trust, and the benefits of a cluster.

`events` says what happens when and who is there, `parameters` and `barriers` what it does, `incubations` draws it. A
new outcome stands in `benefits`; every number that no source gives has a row in `assumed`, with its range.
"""
