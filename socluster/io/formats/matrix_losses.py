"""What is lost when relations become matrices without a word on their direction."""

from __future__ import annotations

from socluster.core.tables import Tables
from socluster.io.formats.cells import Cells, is_symmetric
from socluster.io.formats.relation_export import network_of
from socluster.io.formats.relation_losses import common_losses
from socluster.io.formats.relations import FileNetwork
from socluster.words import Phrase, marked, phrase

__all__ = ["directions_that_do_not_show", "matrix_losses"]


def matrix_losses(tables: Tables, *, keeps_name: bool) -> list[Phrase]:
    """Return what of these tables matrices cannot carry: the common losses, and directions that do not show."""
    found = common_losses(tables, keeps_name=keeps_name, keeps_unknown=True)
    network = network_of(tables)
    found += directions_that_do_not_show(network)
    if network.groups is not None and list(network.groups.names) == list(network.actors.names):
        found.append(phrase("that the groups are groups (they have the names of the actors)"))
    return found


def directions_that_do_not_show(network: FileNetwork) -> list[Phrase]:
    """Return which layers have a direction that nobody can see, because all of their ties are mutual."""
    mutual = [
        relation.name
        for relation in network.relations
        if relation.directed and is_symmetric(Cells(relation.sources, relation.targets, relation.weights))
    ]
    if mutual:
        message = marked("the direction of the layers {layers} (all mutual, they will look undirected)")
        return [phrase(message, layers=", ".join(mutual))]
    return []
