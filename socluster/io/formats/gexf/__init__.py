"""GEXF (`.gexf`): the XML format of Gephi, with typed attributes, weights and kinds of edges.

What it shares with GraphML is in `io/formats/graph_values.py`; a new attribute goes into both files here.
"""

from __future__ import annotations

from socluster.io.formats.gexf.reader import read
from socluster.io.formats.gexf.writer import losses, write

__all__ = ["losses", "read", "write"]
