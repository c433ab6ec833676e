"""Pictures of clusters and of plain tables, and the self-contained page they stand on; only here plotly is imported."""

from socluster.plot.before_after import before_after
from socluster.plot.calibration import calibration
from socluster.plot.cumulative import cumulative
from socluster.plot.dumbbell import dumbbell
from socluster.plot.intervals import intervals
from socluster.plot.layout import positions
from socluster.plot.network import network
from socluster.plot.page import Section, page
from socluster.plot.pareto import pareto
from socluster.plot.ranking import ranking
from socluster.plot.style import config
from socluster.plot.tornado import tornado

__all__ = [
    "Section",
    "before_after",
    "calibration",
    "config",
    "cumulative",
    "dumbbell",
    "intervals",
    "network",
    "page",
    "pareto",
    "positions",
    "ranking",
    "tornado",
]
