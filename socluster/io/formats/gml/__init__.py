"""GML, the graph modelling language (`.gml`), as Gephi, Cytoscape, yEd, igraph, networkx and Graphia write it."""

from __future__ import annotations

from socluster.io.formats.gml.reader import read
from socluster.io.formats.gml.writer import losses, write

__all__ = ["losses", "read", "write"]
