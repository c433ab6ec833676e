"""UCINET's data language (DL): matrices and lists of ties as text, in a dozen arrangements."""

from __future__ import annotations

from socluster.io.formats.dl_read import read
from socluster.io.formats.dl_write import losses, write

__all__ = ["losses", "read", "write"]
