"""VNA, the text files of NetDraw (`.vna`): nodes with attributes, and ties with a column for each relation."""

from __future__ import annotations

from socluster.io.formats.vna.reader import read
from socluster.io.formats.vna.writer import losses, write

__all__ = ["losses", "read", "write"]
