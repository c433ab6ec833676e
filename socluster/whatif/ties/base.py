"""What all tie models share: they are checked, frozen values; `a | b` joins two of them; they tell what to vary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from socluster.core.checked import checked_methods
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.whatif.ties.draws_of import probabilities_of_draws, realised_of_draws
from socluster.whatif.ties.fitted import (
    OfPossible,
    Possible,
    are_independent,
    is_directed,
    places_among,
    possible_ties,
    scrambled,
    stages_of,
    stated_ties,
)
from socluster.whatif.ties.protocol import FittedTies, StatedTies, TieModel
from socluster.whatif.ties.values import frozen
from socluster.words import Language, number, say

__all__ = ["AnyOf", "Model", "Variants", "not_models", "ranged", "shifted_odds", "varied_parts", "walk", "with_ends"]

Variants: TypeAlias = dict[str, tuple[TieModel, TieModel]]


@checked_methods
class Model:
    """A model of new ties that is a frozen dataclass of plain values and other models.

    ``type(model)(**{field.name: getattr(model, field.name) for field in dataclasses.fields(model)})`` is an equal
    model.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        checked_methods(cls)

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one contains."""
        return ()

    @property
    def learns(self) -> bool:
        """Whether the ties of the cluster decide how likely new ones are; they are those of `layer`, if it is one."""
        return False

    @property
    def returns(self) -> bool:
        """Whether, in a directed layer, ties are returned as often as those of the cluster; else by chance."""
        return False

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return the ties that the actor, a member of the cluster already, may form in the layer; see `TieModel`."""
        raise NotImplementedError

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        raise NotImplementedError

    def grounded(self, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None = None) -> Model:
        """Return the model as it is for one partner, so that its assumption says no more than it learns there.

        Parameters
        ----------
        cluster : Cluster
            The cluster without the partner.
        attributes : mapping
            What is known of the partner.
        layer : str, optional
            The layer of its ties.
        """
        now = {name: _grounded(value, cluster, attributes, layer) for name, value, _ in _values(self)}
        changed = {name: value for name, value in now.items() if value is not getattr(self, name)}
        return replace(self, **changed) if changed else self  # type: ignore[type-var]  # every model is a dataclass

    def varied(self, language: Language = "en") -> Variants:
        """Return what a sensitivity analysis should vary.

        Returns
        -------
        dict of str to (TieModel, TieModel)
            From the name of an assumption, with its range, to this model with the assumption low and with it high.
        """
        del language
        return {}

    def _problems(self) -> list[Problem]:
        """Return all that is wrong with the values."""
        return []

    def __post_init__(self) -> None:
        """Freeze the values and refuse wrong ones, all at once."""
        for name, value, _ in _values(self):
            object.__setattr__(self, name, frozen(value))
        problems = self._problems()
        if problems:
            raise InputError(problems)

    def __repr__(self) -> str:
        """Return the model as it would be written; what is left at its default is left out."""
        told = [
            repr(value) if place == 0 else f"{name}={value!r}"
            for place, (name, value, default) in enumerate(_values(self))
            if default is MISSING or value != frozen(default)
        ]
        return f"{type(self).__name__}({', '.join(told)})"

    def __or__(self, other: TieModel) -> AnyOf:
        """Return the model in which a tie forms if this model forms it or the other does."""
        if not isinstance(other, TieModel):
            return NotImplemented
        both = [each.models if isinstance(each, AnyOf) else (each,) for each in (self, other)]
        return AnyOf((*both[0], *both[1]))


@dataclass(frozen=True, repr=False)
class AnyOf(Model):
    """A tie forms if any of several models forms it; written ``a | b`` as well.

    .. math:: p = 1 - \\prod_m (1 - p_m)

    Several reasons for a tie work side by side and independently: a partner is tied to who is near, and also to who
    offers what it needs. Where you do not know which model is right, you want `Mixture` instead.

    Parameters
    ----------
    models : sequence of TieModel
        At least one.

    Examples
    --------
    >>> from socluster.whatif.ties import Rates, Stated
    >>> Stated({"School": 0.9}) | Rates(by="sector")
    AnyOf((Stated({'School': 0.9}), Rates()))
    """

    models: tuple[TieModel, ...]

    @property
    def parts(self) -> tuple[TieModel, ...]:
        """The models that this one is made of."""
        return self.models

    def _problems(self) -> list[Problem]:
        return not_models("AnyOf", self.models)

    def fit(self, cluster: Cluster, actor: str, layer: str) -> FittedTies:
        """Return every tie that one of the models makes possible; see `TieModel`."""
        fitted = [model.fit(cluster, actor, layer) for model in self.models]
        possible = possible_ties(cluster, actor, layer)
        directed = is_directed(cluster, layer)
        places = tuple(places_among(each, possible, directed=directed) for each in fitted)
        joined = AnyTies(possible, tuple(fitted), places)
        if all(isinstance(each, StatedTies) for each in fitted):
            return stated_ties(possible, joined.probabilities(None))
        return joined

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        reasons = "; ".join(model.assumption(language) for model in self.models)
        return say("a tie forms for any of these reasons: {reasons}", language, reasons=reasons)

    def varied(self, language: Language = "en") -> Variants:
        """Return what a sensitivity analysis should vary: whatever any of the models would vary; see `Model`."""
        return varied_parts(self.models, AnyOf, language)


@dataclass(frozen=True, eq=False)
class AnyTies(OfPossible):
    """Ties that are there if one of several models forms them; see `FittedTies`.

    Parameters
    ----------
    possible : Possible
        All ties that any of the models may form.
    fitted : tuple of FittedTies
        The ties of each model.
    places : tuple of ndarray of int
        Where the ties of each model are among all.
    """

    possible: Possible
    fitted: tuple[FittedTies, ...]
    places: tuple[Array, ...]

    @property
    def independent(self) -> bool:
        """Whether the ties of every model are independent of each other."""
        return all(are_independent(each) for each in self.fitted)

    @property
    def stages(self) -> int:
        """The last stage of random numbers that is used: those of the first model, then one for each of the others."""
        return stages_of(self.fitted[0]) + len(self.fitted) - 1

    def probabilities(self, rng: Generator | None) -> Array:
        """Return the probability that at least one of the models forms the tie."""
        absent = np.ones(len(self.sources))
        for ties, places in zip(self.fitted, self.places, strict=True):
            absent[places] *= 1 - ties.probabilities(rng)
        return np.asarray(1 - absent)

    def realised(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there; each model that has ties depending on each other gets numbers of its own."""
        if self.independent:
            return np.asarray(uniforms < self.probabilities(rng))
        there = np.zeros(len(uniforms), dtype=bool)
        later = stages_of(self.fitted[0])
        for place, (ties, places) in enumerate(zip(self.fitted, self.places, strict=True)):
            own = scrambled(uniforms[places], later + place if place else 0)
            there[places] |= ties.realised(own, rng)
        return there

    def probabilities_of_draws(self, rng: Generator, draws: int) -> Array:
        """Return the probabilities in several draws; see `IndependentTies`."""
        absent = np.ones((draws, len(self.sources)))
        for ties, places in zip(self.fitted, self.places, strict=True):
            absent[:, places] *= 1 - probabilities_of_draws(ties, rng, draws)
        return np.asarray(1 - absent)

    def realised_of_draws(self, uniforms: Array, rng: Generator) -> Array:
        """Return which ties are there in several draws; see `IndependentTies`."""
        if self.independent:
            return np.asarray(uniforms < self.probabilities_of_draws(rng, len(uniforms)))
        there = np.zeros(uniforms.shape, dtype=bool)
        later = stages_of(self.fitted[0])
        for place, (ties, places) in enumerate(zip(self.fitted, self.places, strict=True)):
            own = scrambled(uniforms[:, places], later + place if place else 0)
            there[:, places] |= realised_of_draws(ties, own, rng)
        return there


def walk(model: TieModel) -> Iterator[TieModel]:
    """Go through a model and all the models that it contains."""
    yield model
    for part in getattr(model, "parts", ()):
        yield from walk(part)


def not_models(what: str, models: object) -> list[Problem]:
    """Return a problem for each that is no tie model, or for their absence."""
    if not isinstance(models, tuple) or not models:
        return [Problem("{model} needs at least one tie model", value=models, values={"model": what})]
    strangers = [each for each in models if not isinstance(each, TieModel)]
    return [Problem("{model} is made of tie models", value=each, values={"model": what}) for each in strangers]


def shifted_odds(probability: float, factor: float) -> float:
    """Return the probability whose odds are `factor` times those of the given one.

    Examples
    --------
    >>> shifted_odds(0.5, 2), shifted_odds(0.0, 2), shifted_odds(1.0, 0.5)
    (0.6666666666666666, 0.0, 1.0)
    """
    return factor * probability / (1 - probability + factor * probability)


def ranged(name: str, low: float, high: float, language: Language) -> str:
    """Return the name of an assumption, in this language, together with its range.

    Examples
    --------
    >>> ranged("share", 0.5, 1, "en"), ranged("dalis", 0.5, 1, "lt")
    ('share (0.5 to 1)', 'dalis (nuo 0,5 iki 1)')
    """
    low_end, high_end = number(low, language), number(high, language)
    return say("{name} ({low} to {high})", language, name=name, low=low_end, high=high_end)


def with_ends(model: Any, field: str, low: object, high: object) -> tuple[TieModel, TieModel]:
    """Return the model with the lower and with the higher value in a field."""
    return replace(model, **{field: low}), replace(model, **{field: high})


def varied_parts(
    parts: Sequence[TieModel], rebuilt: Callable[[tuple[TieModel, ...]], TieModel], language: Language
) -> Variants:
    """Return the variants of all parts, each put back into the whole; names tell the part."""
    kinds = [type(part).__name__ for part in parts]
    found: Variants = {}
    for place, part in enumerate(parts):
        own: Variants = part.varied(language) if isinstance(part, Model) else {}
        which = f"{kinds[place]} {place + 1}" if kinds.count(kinds[place]) > 1 else kinds[place]
        for name, variants in own.items():
            low, high = (rebuilt((*parts[:place], each, *parts[place + 1 :])) for each in variants)
            found[f"{which}: {name}"] = low, high
    return found


def _grounded(value: Any, cluster: Cluster, attributes: Mapping[str, Any], layer: str | None) -> Any:
    if isinstance(value, Model):
        return value.grounded(cluster, attributes, layer)
    if isinstance(value, tuple):
        now = tuple(_grounded(each, cluster, attributes, layer) for each in value)
        return value if all(one is other for one, other in zip(now, value, strict=True)) else now
    return value


def _values(model: Any) -> list[tuple[str, Any, Any]]:
    """Name, value and default of every field."""
    return [(each.name, getattr(model, each.name), each.default) for each in fields(model)]
