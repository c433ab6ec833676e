"""UCINET's own datasets: a binary header (`.##h`) with the labels, and beside it the numbers (`.##d`).

A new version of the header is a case in `header`; the numbers are read and written in `dataset`.
"""

from __future__ import annotations

from socluster.io.formats.ucinet.dataset import losses, partner, read, write

__all__ = ["losses", "partner", "read", "write"]
