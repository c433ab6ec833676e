"""UCINET's own datasets: a binary header (`.##h`) with the labels, and beside it the numbers (`.##d`)."""

from __future__ import annotations

from socluster.io.formats.ucinet.dataset import losses, partner, read, write

__all__ = ["losses", "partner", "read", "write"]
