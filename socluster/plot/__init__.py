"""Pictures of clusters and of plain tables; only here plotly is imported.

A new picture has a file in `clusters` or in `tables`, and a line here.
"""

from socluster.plot.clusters.before_after import before_after
from socluster.plot.clusters.layout import positions
from socluster.plot.clusters.network import network
from socluster.plot.style import config
from socluster.plot.tables.calibration import calibration
from socluster.plot.tables.cumulative import cumulative
from socluster.plot.tables.dumbbell import dumbbell
from socluster.plot.tables.intervals import intervals
from socluster.plot.tables.pareto import pareto
from socluster.plot.tables.ranking import ranking
from socluster.plot.tables.tornado import tornado

__all__ = [
    "before_after",
    "calibration",
    "config",
    "cumulative",
    "dumbbell",
    "intervals",
    "network",
    "pareto",
    "positions",
    "ranking",
    "tornado",
]
