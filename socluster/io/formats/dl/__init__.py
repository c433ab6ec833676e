"""UCINET's data language (DL): matrices and lists of ties as text, in a dozen arrangements."""

from __future__ import annotations

from socluster.io.formats.dl.reader import read
from socluster.io.formats.dl.writer import losses, write

__all__ = ["losses", "read", "write"]
