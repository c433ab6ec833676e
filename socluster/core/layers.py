"""Layers: the kinds of tie that a cluster holds, each with its direction, ladder and meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socluster.core.coerce import clean_text
from socluster.core.errors import Problem, nearest
from socluster.core.scales import SCALES
from socluster.words import marked

__all__ = ["Layer", "read_layers"]

_ATTRIBUTES = ("directed", "scale", "meaning")


@dataclass(frozen=True)
class Layer:
    """One kind of tie.

    Parameters
    ----------
    name : str
        Name by which ties refer to it.
    directed : bool, default False
        Whether a tie runs from its source to its target only.
    scale : str, optional
        The ladder of its weights: strength (the default), frey, luke, frequency or emon.
    meaning : str, optional
        What a tie in this layer means, in a sentence.
    """

    name: str
    directed: bool = False
    scale: str | None = None
    meaning: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the attributes without the name."""
        return {attribute: getattr(self, attribute) for attribute in _ATTRIBUTES}


def read_layers(given: Mapping[str, object]) -> tuple[dict[str, Layer], list[Problem]]:
    """Return layers from their plain description, with what is wrong with it.

    Parameters
    ----------
    given : mapping
        From the layer's name to a mapping with directed, scale and meaning, or to a `Layer`.

    Returns
    -------
    layers : dict of str to Layer
        In the order given.
    problems : list of Problem
        All that is wrong.
    """
    layers: dict[str, Layer] = {}
    problems: list[Problem] = []
    for raw_name, description in given.items():
        name = clean_text(str(raw_name))
        attributes = description.to_dict() if isinstance(description, Layer) else description
        if not name or not isinstance(attributes, Mapping):
            message = marked("a layer needs a name and a mapping such as {example}")
            example = {"example": "{'directed': True}"}
            problems.append(Problem(message, "layers", name, value=description, values=example))
            continue
        for attribute in attributes:
            if attribute not in _ATTRIBUTES:
                message = marked("is no attribute of a layer; these are {attributes}")
                near, values = nearest(attribute, _ATTRIBUTES), {"attributes": ", ".join(_ATTRIBUTES)}
                problems.append(Problem(message, "layers", name, str(attribute), nearest=near, values=values))
        directed = _truth(attributes.get("directed"))
        if directed is None:
            said = attributes.get("directed")
            problems.append(Problem("must be true or false", "layers", name, "directed", said))
        scale = _text(attributes.get("scale"))
        if scale is not None and scale.casefold() not in SCALES:
            message, values = marked("no such ladder; there are {ladders}"), {"ladders": ", ".join(SCALES)}
            near = nearest(scale, SCALES)
            problems.append(Problem(message, "layers", name, "scale", scale, near, values=values))
            scale = None
        layers[name] = Layer(name, bool(directed), scale and scale.casefold(), _text(attributes.get("meaning")))
    return layers, problems


def _text(value: object) -> str | None:
    if value is None or value != value:  # NaN is the only value that differs from itself
        return None
    return clean_text(str(value)) or None


def _truth(value: object) -> bool | None:
    if value is None or value != value or value == "":
        return False
    words = {"true": True, "yes": True, "1": True, "taip": True, "false": False, "no": False, "0": False, "ne": False}
    return words.get(str(value).strip().casefold())
