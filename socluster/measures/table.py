"""Several measures of one cluster side by side and, where ties are uncertain, each with its range."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws
from socluster.draws.spread import spread
from socluster.draws.worlds import Worlds
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.ensembles.measured_worlds import MeasuredWorlds
from socluster.measures.shared.answers import Measure, Measures, answer, named
from socluster.measures.shared.network import one_mode

__all__ = ["measure"]

STATISTICS = ["median", "low", "high"]


@checked
def measure(
    cluster: Any,
    measures: Measures,
    /,
    *,
    draws: int | Draws | None = None,
    rng: Generator | int | None = None,
) -> pd.DataFrame:
    """What do several measures say about one cluster?

    Puts measures of actors side by side, a row per actor; or measures of the whole cluster below each other, a row per
    measure. With `draws`, the ties that are uncertain (confidence below 1) are drawn again and again, each with its
    confidence, and every value becomes a median with a range.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    measures : callable, iterable of callables, or mapping from name to callable
        Measures of this library, or any function that takes a cluster and returns a number, or a Series or DataFrame
        with a row per actor. `functools.partial` sets options, as in ``partial(closeness, direction="in")``; a mapping
        gives names of your own, as in ``{"chosen": partial(degree, direction="in")}``.
    draws : int or Draws, optional
        Number of draws of the uncertain ties. Without it, every tie counts as certain. With ``sc.Draws(...)`` also the
        interval, who computes, and where finished draws are kept; its tolerance holds for the standard errors of the
        medians, by column (the largest over the actors).
    rng : int or numpy.random.Generator
        Seed; needed with `draws`. The same seed gives the same draws, tie by tie, also in a changed cluster.

    Returns
    -------
    DataFrame
        Measures of actors: index `actor`, a column per measure in the order given. A measure is named after its
        function, a `partial` after function and options (``closeness(direction=in)``), a lambda after the Series that
        it returns; the columns of a DataFrame keep their names. Measures of the whole cluster: index `measure`, column
        `value`. With `draws`, each value becomes median, low and high (the ends of the interval): columns (measure,
        statistic) for actors, columns median, low, high for the whole cluster.

    Raises
    ------
    InputError
        If a measure returns something else, if two columns have one name, or if measures of actors and of the whole
        cluster are mixed (call `measure` twice then). Errors of a measure come through with its name as a note.

    Notes
    -----
    Draws in which a value is undefined (NaN) are left out of its median and range. Ties are drawn independently of each
    other. If the cluster holds affiliations only, it is projected before the draws, with a warning; a projected tie is
    as sure as the affiliations that make it. Unknown dyads are not drawn.

    Examples
    --------
    >>> from functools import partial
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite")
    >>> sc.measure(kite, [sc.degree, sc.betweenness, sc.constraint]).round(3).nlargest(2, "betweenness")
           degree  betweenness  constraint
    actor
    7       0.333        0.389       0.431
    5       0.556        0.231       0.445
    >>> sc.measure(kite, [sc.density, sc.global_efficiency]).round(3)
                       value
    measure
    density            0.400
    global_efficiency  0.646
    """
    whole = as_cluster(cluster)
    listed = named(measures)
    if draws is None:
        if rng is not None:
            raise InputError("rng has no effect without draws; say how many, as in draws=1000")
        return _answers(whole, listed)
    settings, seed = as_draws(draws), int(generator(rng).integers(2**63))
    whole = one_mode(whole)
    worlds = Worlds(whole, seed)
    table = _Table(_answers(worlds.cluster(0), listed), listed)
    task = MeasuredWorlds(
        worlds, tuple(listed), table.columns_of, table.places, MeasuredWorlds.worth(worlds, settings.most)
    )
    with Drawing(settings, "measure") as drawing:
        spreads = drawing.until(
            task,
            lambda rows: spread(rows[0], settings.interval),
            table.errors,
            settings.limits(table.names),
        )
    return table.filled(spreads)


class _Table:
    """How the values of one cluster stand in a row of numbers, and what the draws of such rows are as a table.

    Parameters
    ----------
    first : DataFrame
        The answers for some draw, whose columns and rows all others must have.
    listed : list of (str, callable)
        Measures with their names.
    """

    def __init__(self, first: pd.DataFrame, listed: list[tuple[str, Measure]]) -> None:
        self.listed = listed
        self.index, self.columns = first.index, list(first)

    @property
    def names(self) -> list[str]:
        """What a tolerance may be stated for: columns of actors, or measures of the whole cluster."""
        return [str(each) for each in (self.index if self._is_of_whole else self.columns)]

    @property
    def places(self) -> dict[str, slice]:
        """Where the values of every name are in the row of a draw."""
        size = 1 if self._is_of_whole else len(self.index)
        return {name: slice(place * size, (place + 1) * size) for place, name in enumerate(self.names)}

    @property
    def _is_of_whole(self) -> bool:
        return bool(self.index.name == "measure")

    def columns_of(self, cluster: Cluster, listed: list[tuple[str, Measure]]) -> dict[str, Array]:
        """Return the values of some of the measures in one draw, by name.

        Raises
        ------
        InputError
            If a column is missing, or holds no numbers.
        """
        frame = _answers(cluster, listed)
        if self._is_of_whole:
            return {str(name): np.array([value], dtype=float) for name, value in frame["value"].items()}
        asked = self.columns if len(listed) == len(self.listed) else [each for each in self.columns if each in frame]
        for column in asked:
            if column not in frame:
                raise InputError("the column '{column}' is missing in some of the draws", {"column": column})
            if not pd.api.types.is_numeric_dtype(frame[column]):
                raise InputError(
                    "'{column}' is not numeric, so it has no median; measure it without draws", {"column": column}
                )
        return {str(each): frame[each].to_numpy(dtype=float, na_value=np.nan) for each in asked}

    def errors(self, spreads: pd.DataFrame) -> dict[str, float]:
        """Return the largest standard error of the medians of every name."""
        errors = spreads["error"].to_numpy().reshape(len(self.columns), len(self.index))
        of_names = pd.DataFrame(errors.T if self._is_of_whole else errors)
        return dict(zip(self.names, of_names.max(axis="columns").tolist(), strict=True))

    def filled(self, spreads: pd.DataFrame) -> pd.DataFrame:
        """Return median, low and high of every value."""
        if self._is_of_whole:
            return spreads[STATISTICS].set_axis(self.index).rename_axis(columns="statistic")
        blocks = spreads[STATISTICS].to_numpy().reshape(len(self.columns), len(self.index), len(STATISTICS))
        columns = pd.MultiIndex.from_product([map(str, self.columns), STATISTICS], names=["measure", "statistic"])
        return pd.DataFrame(np.concatenate(list(blocks), axis=1), index=self.index, columns=columns)


def _answers(cluster: Cluster, listed: list[tuple[str, Measure]]) -> pd.DataFrame:
    """Return the values of one cluster: actors x measures, or measures x `value`."""
    of_whole: dict[str, float] = {}
    of_actors: dict[str, pd.Series[Any]] = {}
    for name, function in listed:
        result = answer(function, name, cluster)
        if isinstance(result, float):
            _add(of_whole, name, result)
            continue
        for column, values in result.items():
            _add(of_actors, column, values)
    if of_whole and of_actors:
        raise InputError(
            "these measure the whole cluster: {whole}; these its actors: {actors}; they do not fit into one table: "
            "call measure() once for each kind",
            {"whole": list(of_whole), "actors": list(of_actors)},
        )
    if of_whole:
        index = pd.Index(list(of_whole), name="measure")
        return pd.DataFrame({"value": list(of_whole.values())}, index=index)
    return pd.DataFrame(of_actors, index=cluster.index)


def _add(columns: dict[str, Any], name: str, value: Any) -> None:
    if name in columns:
        raise InputError(
            "two measures give a column '{name}'; wrap one of them in a function of another name", {"name": name}
        )
    columns[name] = value
