"""Degeneracy in words: which term feeds on itself, how that shows, and what to use instead."""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array
from socluster.core.errors import InputError, Note, Problem, SoclusterWarning
from socluster.core.warn import warn
from socluster.inference.ergm.estimation.mixing import Signs
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.term import ErgmTerm
from socluster.words import Phrase, either, later, listed, marked, percent, phrase

__all__ = ["DegenerateModelError", "NearDegenerateWarning", "degenerate", "unstable_terms", "warn_of"]

# A statistic that may grow faster than the number of dyads is unstable (Schweinberger 2011,
# doi:10.1198/jasa.2011.tm10747): one tie may change it without bound as the network grows.
_CLOSURE = ("triangle", "ttriple", "ctriple", "cycle", "threetrail")
_STARS = ("kstar", "istar", "ostar", "twopath", "m2star", "b1star", "b2star", "degree1_5")
_WEIGHTED = ("gwesp", "gwdsp", "gwnsp", "gwdegree", "gwidegree", "gwodegree")
LARGE_DECAY = 1.0  # above which a weighted count behaves as the raw one

_REMEDY_CLOSURE = marked("replace '{term}' by {weighted}")
_REMEDY_STARS = marked("replace '{term}' by a weighted degree, as {weighted}")
_REMEDY_DECAY = marked("take a smaller decay in '{term}', as 0.5")


class DegenerateModelError(InputError):
    """A model puts its weight on almost empty and almost complete networks, so that it cannot give the observed one."""


class NearDegenerateWarning(SoclusterWarning):
    """A model was fitted, but some of its networks are almost empty or almost complete."""


def degenerate(model: ErgmModel, found: Signs | None, coefficients: Array) -> DegenerateModelError:
    """Return the error that says how a model failed, which term is to blame, and what to do.

    Parameters
    ----------
    model : ErgmModel
        The model.
    found : Signs or None
        How it shows; None if the simulated networks just never came to the observed statistics.
    coefficients : ndarray of shape (p,)
        Where the estimation broke off.
    """
    blamed = unstable_terms(model, coefficients)
    values: dict[str, object] = {
        "remedies": later(either, _remedies(model, blamed)),
        "term": blamed[0].name if blamed else "",
    }
    if found is None or not found.any:
        message = marked(
            "the simulated networks never come to have the observed statistics, wherever the coefficients begin, so "
            "that there is no estimate; {remedies}"
        )
    elif blamed:
        message = marked(
            "under these coefficients networks are either almost empty or almost complete, and yours is neither: the "
            "term '{term}' feeds on itself (degeneracy); {remedies}"
        )
    else:
        message = marked(
            "under these coefficients networks are either almost empty or almost complete, and yours is neither "
            "(degeneracy); {remedies}"
        )
    error = DegenerateModelError(Problem(message, values=values))
    if found is not None and found.any:
        error.add_note(Note(phrase("Signs of it: {signs}.", signs=later(listed, _in_words(found, model)))))
    return error


def warn_of(model: ErgmModel, found: Signs, coefficients: Array) -> None:
    """Warn that a fitted model is near degeneracy.

    Warns
    -----
    NearDegenerateWarning
        If there is any sign of it.
    """
    if found.any:
        warn(
            "the model is near degeneracy: {signs}; {remedies}",
            NearDegenerateWarning,
            signs=later(listed, _in_words(found, model)),
            remedies=later(either, _remedies(model, unstable_terms(model, coefficients))),
        )


def unstable_terms(model: ErgmModel, coefficients: Array | None = None) -> list[ErgmTerm]:
    """Return the terms that may feed on themselves, those with a positive coefficient first."""
    found = []
    for place, term in enumerate(model.terms):
        decay = dict(term.options).get("decay", 0.0)
        is_large = term.name in _WEIGHTED and decay is not None and decay > LARGE_DECAY
        if term.name in _CLOSURE or term.name in _STARS or is_large:
            own = np.array([]) if coefficients is None else coefficients[model.of_term == place]
            found.append((0 if (own > 0).any() else 1, place, term))
    return [term for _, _, term in sorted(found, key=lambda each: each[:2])]


def _remedies(model: ErgmModel, blamed: list[ErgmTerm]) -> list[Phrase]:
    found = []
    for term in blamed:
        if term.name in _CLOSURE:
            closing = "gwb1dsp(0.5)" if model.network.frame.two_mode else "gwesp(0.5)"
            found.append(phrase(_REMEDY_CLOSURE, term=term.name, weighted=closing))
        elif term.name in _STARS:
            found.append(phrase(_REMEDY_STARS, term=term.name, weighted=_weighted_degree(model, term)))
        else:
            found.append(phrase(_REMEDY_DECAY, term=term.name))
    if not blamed:
        found.append(phrase("leave terms out until it can be fitted"))
    return [*found, phrase("use method='tapered', which never degenerates")]


def _weighted_degree(model: ErgmModel, term: ErgmTerm) -> str:
    """Return the weighted degree that counts what the stars of a term count."""
    frame = model.network.frame
    if frame.two_mode:
        return "gwb1degree(0.5)" if term.name == "b1star" else "gwb2degree(0.5)"
    if frame.directed:
        return "gwidegree(0.5)" if term.name == "istar" else "gwodegree(0.5)"
    return "gwdegree(0.5)"


def _in_words(found: Signs, model: ErgmModel) -> list[Phrase]:
    told = []
    if found.far > 0.1:
        told.append(
            phrase(
                "{share} of the simulated networks have more than three times, or less than a third, of the ties",
                share=later(percent, found.far),
            )
        )
    if found.apart:
        told.append(phrase("chains that began with few and with many ties do not meet"))
    if found.humps:
        told.append(phrase("the number of ties has two humps"))
    if found.steep:
        names = [f"'{model.names[each]}'" for each in found.steep]
        told.append(
            phrase(
                "a tenth more in the coefficient of {terms} moves the expected ties by more than half of all dyads",
                terms=later(listed, names),
            )
        )
    return told
