"""Pictures of clusters and of plain tables, and the self-contained page they stand on; only here plotly is imported."""

from socluster.plot.dumbbell import dumbbell
from socluster.plot.intervals import intervals
from socluster.plot.layout import positions
from socluster.plot.network import network
from socluster.plot.page import Section, page
from socluster.plot.style import config

__all__ = ["Section", "config", "dumbbell", "intervals", "network", "page", "positions"]
