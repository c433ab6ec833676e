"""socluster: network science for social clusters.

Who holds the cluster together, and what would a new partner change? Describe the organisations and their ties as a
`Cluster`, measure it, and compare it with what might be.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socluster import plot as plot
    from socluster.core.cluster import Cluster as Cluster
    from socluster.core.errors import InputError as InputError
    from socluster.core.errors import SoclusterError as SoclusterError
    from socluster.core.errors import SoclusterWarning as SoclusterWarning
    from socluster.core.layers import Layer as Layer
    from socluster.core.scales import SCALES as SCALES
    from socluster.core.scales import Scale as Scale
    from socluster.io.datasets import dataset_card as dataset_card
    from socluster.io.datasets import dataset_tables as dataset_tables
    from socluster.io.datasets import list_datasets as list_datasets
    from socluster.io.datasets import load_dataset as load_dataset
    from socluster.io.files import read as read
    from socluster.io.files import write as write
    from socluster.io.objects import as_cluster as as_cluster
    from socluster.io.objects import to_igraph as to_igraph
    from socluster.io.objects import to_networkx as to_networkx
    from socluster.io.objects import to_tables as to_tables
    from socluster.measures.brokerage import brokerage_roles as brokerage_roles
    from socluster.measures.brokerage import constraint as constraint
    from socluster.measures.brokerage import effective_size as effective_size
    from socluster.measures.centrality import betweenness as betweenness
    from socluster.measures.centrality import closeness as closeness
    from socluster.measures.centrality import degree as degree
    from socluster.measures.centrality import strength as strength
    from socluster.measures.cohesion import components as components
    from socluster.measures.cohesion import density as density
    from socluster.measures.cohesion import global_efficiency as global_efficiency
    from socluster.measures.guide import guide as guide
    from socluster.measures.mixing import ei_index as ei_index
    from socluster.measures.mixing import mixing_table as mixing_table
    from socluster.measures.table import measure as measure
    from socluster.whatif import ties as ties
    from socluster.whatif.compare import compare as compare
    from socluster.whatif.outcome import Outcome as Outcome
    from socluster.whatif.scenario import Scenario as Scenario

__version__ = "0.1.0"

# Public name -> module that holds it; loaded on first use, so that importing socluster loads none of its libraries.
_HOME = {
    # the model
    "Cluster": "socluster.core.cluster",
    "Layer": "socluster.core.layers",
    "Scale": "socluster.core.scales",
    "SCALES": "socluster.core.scales",
    "SoclusterError": "socluster.core.errors",
    "InputError": "socluster.core.errors",
    "SoclusterWarning": "socluster.core.errors",
    # doors in and out
    "list_datasets": "socluster.io.datasets",
    "load_dataset": "socluster.io.datasets",
    "dataset_tables": "socluster.io.datasets",
    "dataset_card": "socluster.io.datasets",
    "read": "socluster.io.files",
    "write": "socluster.io.files",
    "as_cluster": "socluster.io.objects",
    "to_networkx": "socluster.io.objects",
    "to_igraph": "socluster.io.objects",
    "to_tables": "socluster.io.objects",
    # measures
    "guide": "socluster.measures.guide",
    "measure": "socluster.measures.table",
    "degree": "socluster.measures.centrality",
    "strength": "socluster.measures.centrality",
    "betweenness": "socluster.measures.centrality",
    "closeness": "socluster.measures.centrality",
    "density": "socluster.measures.cohesion",
    "components": "socluster.measures.cohesion",
    "global_efficiency": "socluster.measures.cohesion",
    "constraint": "socluster.measures.brokerage",
    "effective_size": "socluster.measures.brokerage",
    "brokerage_roles": "socluster.measures.brokerage",
    "ei_index": "socluster.measures.mixing",
    "mixing_table": "socluster.measures.mixing",
    # what if
    "Scenario": "socluster.whatif.scenario",
    "compare": "socluster.whatif.compare",
    "Outcome": "socluster.whatif.outcome",
    "ties": "socluster.whatif.ties",
    # pictures
    "plot": "socluster.plot",
}

_MODULES = ("ties", "plot")  # these names stand for the module itself

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'socluster' has no attribute {name!r}")
    module = import_module(_HOME[name])
    value = module if name in _MODULES else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
