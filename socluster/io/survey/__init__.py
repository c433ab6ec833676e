"""Doors for surveys: answers on rosters become a cluster, and what may be published of one is asked before it is.

`pages` reads sheets and files, `answers` takes the three layouts for one table of answers, `confirmation` makes ties of
two reports, `roster` is the door. A new layout is a function in `answers` that returns `RosterAnswer`s.
"""
