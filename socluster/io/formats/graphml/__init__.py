"""GraphML (`.graphml`): nodes and edges with typed attributes in XML, known to yEd, Gephi, visone and others.

What it shares with GEXF is in `io/formats/graph_values.py`; a new attribute goes into both files here.
"""

from __future__ import annotations

from socluster.io.formats.graphml.reader import read
from socluster.io.formats.graphml.writer import losses, write

__all__ = ["losses", "read", "write"]
