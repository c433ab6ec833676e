"""Pajek networks (`.net`): numbered nodes with names, and arcs and edges in one or several relations.

A new kind of section is read in `reader`, its lines in `links`, and is written in `writer`.
"""

from __future__ import annotations

from socluster.io.formats.pajek.reader import read
from socluster.io.formats.pajek.writer import losses, write

__all__ = ["losses", "read", "write"]
