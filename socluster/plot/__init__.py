"""Pictures of clusters and of plain tables; only here plotly is imported.

A new picture has a file in `clusters` or in `tables`, and a line here.
"""

from inspect import isfunction as _isfunction
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import NoReturn as _NoReturn

from socluster.core.public_names import no_such_name as _no_such_name
from socluster.plot.clusters.before_after import before_after as before_after
from socluster.plot.clusters.layout import positions as positions
from socluster.plot.clusters.network import network as network
from socluster.plot.clusters.timeline import timeline as timeline
from socluster.plot.style import config as config
from socluster.plot.tables.accessibility import accessibility as accessibility
from socluster.plot.tables.against_chance import against_chance as against_chance
from socluster.plot.tables.attack_curves import attack_curves as attack_curves
from socluster.plot.tables.balance import balance as balance
from socluster.plot.tables.bars import bars as bars
from socluster.plot.tables.calibration import calibration as calibration
from socluster.plot.tables.cumulative import cumulative as cumulative
from socluster.plot.tables.distribution import distribution as distribution
from socluster.plot.tables.dumbbell import dumbbell as dumbbell
from socluster.plot.tables.events_and_ties import events_and_ties as events_and_ties
from socluster.plot.tables.flows import flows as flows
from socluster.plot.tables.goodness import goodness as goodness
from socluster.plot.tables.governance_table import governance_table as governance_table
from socluster.plot.tables.intervals import intervals as intervals
from socluster.plot.tables.lorenz import lorenz as lorenz
from socluster.plot.tables.matrix import matrix as matrix
from socluster.plot.tables.met_needs import met_needs as met_needs
from socluster.plot.tables.null_distribution import null_distribution as null_distribution
from socluster.plot.tables.outcomes import outcomes as outcomes
from socluster.plot.tables.pareto import pareto as pareto
from socluster.plot.tables.plan_outcome import plan_outcome as plan_outcome
from socluster.plot.tables.possible_values import possible_values as possible_values
from socluster.plot.tables.ranking import ranking as ranking
from socluster.plot.tables.ranks import ranks as ranks
from socluster.plot.tables.run_chart import run_chart as run_chart
from socluster.plot.tables.service_map import service_map as service_map
from socluster.plot.tables.steps_board import steps_board as steps_board
from socluster.plot.tables.tornado import tornado as tornado
from socluster.plot.tables.traces import traces as traces
from socluster.plot.tables.waiting_list import waiting_list as waiting_list
from socluster.plot.tables.waits import waits as waits

# The functions that are imported here. (`network` is one; `clusters`, a folder, is not.)
__all__ = sorted(name for name, value in globals().items() if _isfunction(value) and not name.startswith("_"))


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not _TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> _NoReturn:
        """Say which name was probably meant."""
        raise _no_such_name(__name__, name, __all__)
