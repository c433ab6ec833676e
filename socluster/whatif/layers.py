"""Which layer a step of a scenario means: the only one that there is, or the one that is said, new if that is meant."""

from __future__ import annotations

import numpy as np

from socluster.core.errors import InputError, NearNameWarning, Problem, nearest
from socluster.core.parts import Parts
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.warn import warn
from socluster.words import marked

__all__ = ["affiliation_layer", "affiliation_layers", "refuse_unclear_layer", "tie_layer"]


def tie_layer(parts: Parts, said: str | None) -> str:
    """Return the layer of new ties: the one that is said, else the only layer of ties of the cluster.

    Raises
    ------
    InputError
        If none is said and there are several.
    """
    return said if said is not None else _only(list(parts.tie_layers), TIE)


def affiliation_layer(parts: Parts, said: str | None) -> str:
    """Return the layer of new affiliations: the one that is said, else the only one of the cluster; see `tie_layer`."""
    return said if said is not None else _only(affiliation_layers(parts), AFFILIATION)


def affiliation_layers(parts: Parts) -> list[str]:
    """Return the layers that hold affiliations."""
    return [parts.layer_names[code] for code in np.unique(parts.affiliations.layer).tolist()]


def refuse_unclear_layer(parts: Parts, layer: str, directed: bool | None) -> None:
    """Say so where new ties would make a layer that nobody asked for.

    Raises
    ------
    InputError
        If it is not known whether the ties of a new layer have a direction, as those of some other layer have.

    Warns
    -----
    NearNameWarning
        If a new layer is called nearly as one that is there.
    """
    if layer in parts.layer_names or directed is not None:
        return
    layers = [each for each in parts.layers if each.name in parts.tie_layers]
    near = nearest(layer, [each.name for each in layers])
    if any(each.directed for each in layers):
        message = marked(
            "is no layer of the cluster, and some of its layers have a direction; for a new layer say directed=True or "
            "directed=False"
        )
        raise InputError(Problem(message, is_argument=True, column="layer", value=layer, nearest=near))
    if near is not None:
        warn(
            "'{layer}' is no layer of the cluster, so the new ties are in a new one, without a direction; if you meant "
            "'{near}', say layer='{near}'; if not, say directed=False",
            NearNameWarning,
            layer=layer,
            near=near,
        )


def _only(layers: list[str], otherwise: str) -> str:
    if len(layers) > 1:
        message = marked("say in which layer, for the cluster has several: {layers}")
        raise InputError(Problem(message, is_argument=True, column="layer", values={"layers": layers}))
    return layers[0] if layers else otherwise
