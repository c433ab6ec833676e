"""What a model takes as given and says nothing about: other layers, held dyads, ties or degrees that are kept."""

from __future__ import annotations

from socluster.core.data_notes import data_notes
from socluster.inference.ergm.model import ErgmModel
from socluster.words import Language, Phrase, count, listed, marked, say, value_name

__all__ = ["KEPT", "model_notes", "of_given", "of_given_layers"]

KEPT = {
    "edges": marked("All networks of the model have as many ties as the observed one."),
    "degrees": marked("In all networks of the model everybody has as many ties as in the observed one."),
}


def of_given_layers(model: ErgmModel, language: Language) -> list[str]:
    """Return a sentence about the layers whose ties the terms take as given; none if there are no such terms."""
    if not model.given_layers:
        return []
    names = [value_name("layer", each, language) for each in model.given_layers]
    return [
        count(
            "The ties of {n} other layer are taken as given ({layers}): nothing is said of how they came about.",
            "The ties of {n} other layers are taken as given ({layers}): nothing is said of how they came about.",
            len(names),
            language,
            layers=listed(names, language),
        )
    ]


def of_given(model: ErgmModel, language: Language) -> list[str]:
    """Return what all networks drawn from a model have in common with the observed one."""
    told = of_given_layers(model, language)
    if model.constraint is not None:
        told.append(say(KEPT[model.constraint], language))
    if len(model.dyads.fixed):
        told.append(
            count(
                "{n} dyad is as in the observed network in all of them.",
                "{n} dyads are as in the observed network in all of them.",
                len(model.dyads.fixed),
                language,
            )
        )
    return told


def model_notes(model: ErgmModel, *, unknown: bool = True) -> tuple[Phrase, ...]:
    """Return what to keep in mind of the data of a model; `unknown` as in `data_notes`."""
    network = model.network
    return data_notes(network.cluster, network.layer, unknown=unknown, two_mode=network.frame.two_mode)
