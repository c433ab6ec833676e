"""UCINET's data language (DL): matrices and lists of ties as text, in a dozen arrangements.

A new arrangement of the data is a case in `lists` or in `matrices`; `header` says which one a file has.
"""

from __future__ import annotations

from socluster.io.formats.dl.reader import read
from socluster.io.formats.dl.writer import losses, write

__all__ = ["losses", "read", "write"]
