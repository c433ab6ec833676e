"""Formulas of waiting: how many wait, how long, and how many are lost, for given rates and numbers of servers.

Every rate of a call counts in one unit of time (`unit="year"`), so that none can be taken for another.
"""

from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.development.chains.queues.abandonment import abandonment
from socluster.development.chains.queues.assumed import assumptions
from socluster.development.chains.queues.calendar import school_year
from socluster.development.chains.queues.delay import delay
from socluster.development.chains.queues.loss import loss
from socluster.development.chains.queues.network import QueueNetwork, network
from socluster.development.chains.queues.priorities import PriorityQueue, priorities
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.queues.transient import QueueOverTime, transient

__all__ = [
    "PriorityQueue",
    "Queue",
    "QueueNetwork",
    "QueueOverTime",
    "abandonment",
    "assumptions",
    "delay",
    "loss",
    "network",
    "priorities",
    "school_year",
    "transient",
]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
