"""The answer of `compare_to_null`: what was observed, what the null gives, and how unusual the one is in the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.called import called
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.draws.spread import INTERVAL, spread, weighted_low_high
from socluster.inference.nulls.base import NullModel
from socluster.inference.nulls.two_mode import TwoModeNull
from socluster.inference.shared.bars import bars
from socluster.inference.shared.p_values import ROUNDING, p_values
from socluster.words import Language, Phrase, count, listed, measure_name, number, percent, say, value_name

__all__ = ["NullComparison"]

COLUMNS = ("observed", "mean", "sd", "low", "high", "z", "p", "p_lower", "p_higher", "p_error", "defined")
NAMED = 3  # actors on either side that a sentence names


@dataclass(frozen=True, eq=False, repr=False)
class NullComparison(Result):
    """What `compare_to_null` found. Its text says where the cluster lies among those of the null.

    Parameters
    ----------
    cluster : Cluster
        What was measured and drawn anew.
    null : NullModel
        What it was compared with.
    observed : Series of float
        The observed values; index `measure`, or (measure, actor).
    values : DataFrame
        The values under the null: a row per network, a column per observed value.
    probability : ndarray or None
        How likely each row is, if they are all networks of the null; None if they were drawn.
    interval : float
        Share of the null between low and high.
    seed : int, optional
        Seed of the draws, if it is known.
    drawing_notes : tuple of Phrase
        What to keep in mind of how the networks were drawn.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    null: NullModel
    observed: pd.Series[Any] = field(compare=False)
    values: pd.DataFrame = field(compare=False)
    probability: Array | None = field(default=None, compare=False)
    interval: float = INTERVAL
    seed: int | None = None
    drawing_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def draws(self) -> int:
        """Number of networks: drawn, or all there are (`is_exact`)."""
        return len(self.values)

    @property
    def is_exact(self) -> bool:
        """Whether nothing was drawn, since the null has no more networks than that."""
        return self.probability is not None

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure, or per measure and actor.

        Returns
        -------
        DataFrame
            Index `measure`, or (measure, actor). Columns:

            - observed: the value of the cluster
            - mean, sd: over the null
            - low, high: the interval of the null (90 % unless asked otherwise)
            - z: (observed - mean) / sd, a distance in standard deviations and no statement of how likely it is
            - p: how likely the null gives a value at least as far out, on either side: twice the smaller of the next
              two, at most 1
            - p_lower, p_higher: how likely it gives at most, at least, the observed value
            - p_error: Monte-Carlo standard error of p; 0 if all networks were listed
            - defined: share of the null in which the measure is defined

            z and the p-values are NaN where the null gives nothing but the observed value, and where that is undefined.
        """
        return self._table.copy()

    def plot(self, *, measure: str | None = None, actor: Any = None, language: Language = "en") -> Any:
        """Return a plotly figure: what the null gives, and where the cluster lies.

        Parameters
        ----------
        measure : str, optional
            Which measure. Default: all measures of the whole cluster; of several measures by actor, the first.
        actor : label, optional
            Which actor, if the measure is by actor. Default: all, each with its interval.
        language : {"en", "lt"}, default "en"
            Language of our own words and of the numbers.
        """
        from socluster.plot import against_chance  # plotly is heavy; load it when somebody wants to see

        names = [str(each) for each in self.observed.index.unique(0)]
        if measure is not None and measure not in names:
            near = nearest(measure, names)
            raise InputError(
                Problem("is none of the measures", is_argument=True, column="measure", value=measure, nearest=near)
            )
        if self.is_of_whole:
            if actor is not None:
                raise InputError("the measures are of the whole cluster, not of its actors; leave actor out")
            chosen = names if measure is None else [measure]
            return self._drawn(chosen, [measure_name(n, language) for n in chosen], language)
        name = names[0] if measure is None else measure
        if actor is not None:
            return self._of_actor(name, actor, language)
        rows = self._table.loc[name]
        rows = rows.set_axis(pd.Index(called(self.cluster, rows.index, language), name="actor"), axis="index")
        shown = measure_name(name, language)
        around = self._around(self.interval, language) | {"title": self._outside_of_chance(name, language)}
        return against_chance(rows[["observed", "low", "high", "p"]], label=shown, **around, language=language)

    def _drawn(self, chosen: list[Any], names: list[str], language: Language) -> Any:
        """Return the picture of some rows of the table, which are called so."""
        from socluster.plot import null_distribution
        from socluster.plot.finding import beside_chance

        rows = self._table.loc[chosen].set_axis(names, axis="index").rename(columns={"mean": "middle"})
        values = self.values[chosen].set_axis(names, axis="columns")
        return null_distribution(
            bars(values, rows["observed"], self.probability, rows["p"].to_numpy()),
            title=beside_chance(rows, language),
            **self._around(None, language),
            language=language,
        )

    def _outside_of_chance(self, name: str, language: Language) -> str:
        """Return the title of a picture of many actors, of whom some are outside of their interval by chance alone."""
        rows = self._table.loc[name]
        asked = rows[rows["p"].notna()]
        outside = int(((asked["observed"] < asked["low"]) | (asked["observed"] > asked["high"])).sum())
        said = count(
            "{measure}: {outside} of {n} actor lies outside of what chance gives",
            "{measure}: {outside} of {n} actors lie outside of what chance gives",
            len(asked),
            language,
            measure=measure_name(name, language),
            outside=number(outside, language),
        )
        return said[:1].upper() + said[1:]

    def _around(self, level: float | None, language: Language) -> dict[str, str]:
        """Return what stands around a picture: what the answer rests on, and where the data come from."""
        from socluster.plot.caption import about, source_of  # plotly is heavy; load it when somebody wants to see

        drawn = (
            count("all {n} network of the null", "all {n} networks of the null", self.draws, language)
            if self.is_exact
            else count("{n} draw", "{n} draws", self.draws, language)
        )
        kept = say("null: {kept}", language, kept=self.null.kept(language))
        cluster = self.cluster
        subtitle = about(
            language,
            cluster=cluster.name,
            actors=cluster.n_actors,
            layers=self._tie_layers,
            level=level,
            two_sided=bool(self._table["p"].notna().any()),
            more=[drawn, kept],
        )
        return {
            "subtitle": subtitle,
            "caption": source_of(cluster, language),
        }

    def sentences(self, language: Language = "en") -> list[str]:
        """Return where the cluster lies among those of the null, and what the null is.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = self._layers_in_words(language)
        for name in self.observed.index.unique(0):
            rows = self._table.loc[[name]]
            said += (
                [self._of_whole(name, rows.iloc[0], language)]
                if self.is_of_whole
                else self._of_actors(name, rows, language)
            )
        said.append(self._null_in_words(language))
        if self._table["p"].notna().any():
            said.append(
                say("A p-value says how unusual the cluster is among such networks; it does not say why.", language)
            )
        return [*said, *(note.said(language) for note in self.drawing_notes), *self.about_data(language)]

    @property
    def is_of_whole(self) -> bool:
        """Whether the measures are of the whole cluster."""
        return not isinstance(self.observed.index, pd.MultiIndex)

    @property
    def largest_errors(self) -> dict[str, float]:
        """The largest Monte-Carlo error of the p-values of each measure."""
        return {str(name): float(self._table.loc[[name], "p_error"].max()) for name in self.observed.index.unique(0)}

    @cached_property
    def _table(self) -> pd.DataFrame:
        observed, values = self.observed.to_numpy(), self.values.to_numpy()
        p = p_values(observed, values, probability=self.probability)
        table = pd.DataFrame({"observed": observed}, index=self.observed.index)
        moments = self._moments(values)
        for place, column in enumerate(("mean", "sd", "low", "high", "defined")):
            table[column] = moments[place]
        with np.errstate(invalid="ignore"):
            nothing_else = np.all(np.isclose(values, observed, rtol=ROUNDING, atol=ROUNDING) | np.isnan(values), axis=0)
            varies = table["sd"].to_numpy() > ROUNDING * np.maximum(1.0, np.abs(table["mean"].to_numpy()))
            z = np.divide(observed - moments[0], moments[1], out=np.full(len(observed), np.nan), where=varies)
        table["z"] = z
        for column, found in (("p", p.two_sided), ("p_lower", p.lower), ("p_higher", p.higher), ("p_error", p.error)):
            table[column] = np.where(nothing_else, np.nan, found)
        return table[list(COLUMNS)]

    def _moments(self, values: Array) -> tuple[Array, ...]:
        """Return mean, sd, low, high and defined of every column."""
        if self.probability is None:
            found = spread(values, self.interval)
            n = found["defined"].to_numpy() * len(values)
            columns = {name: found[name].to_numpy() for name in ("mean", "low", "high", "defined")}
            return (
                columns["mean"],
                found["error_of_mean"].to_numpy() * np.sqrt(n),
                columns["low"],
                columns["high"],
                columns["defined"],
            )
        known = ~np.isnan(values)
        weight = self.probability[:, None] * known
        defined = weight.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = (weight * np.nan_to_num(values)).sum(axis=0) / defined
            variance = (weight * np.nan_to_num(values - mean) ** 2).sum(axis=0) / defined
        ends = [weighted_low_high(column, self.probability, self.interval) for column in values.T]
        low, high = np.array(ends).reshape(-1, 2).T
        return mean, np.sqrt(variance), low, high, defined

    def _of_whole(self, name: str, row: pd.Series[Any], language: Language) -> str:
        told = {"measure": measure_name(name, language), **{each: number(row[each], language) for each in COLUMNS}}
        if np.isnan(row["observed"]):
            return say("{measure} is undefined for this cluster, so there is nothing to compare.", language, **told)
        if not row["defined"]:
            return say("{measure}: {observed}; under the null it is never defined.", language, **told)
        if np.isnan(row["p"]):
            return say(
                "{measure}: {observed}, and the same in every network of the null: it cannot come out otherwise there, "
                "so there is no p-value.",
                language,
                **told,
            )
        told |= {"share": percent(self.interval, language), "p": self._p(row["p"], language)}
        return say(
            "{measure}: {observed} observed; the null gives {mean} on average, and {low} to {high} in {share} of its "
            "networks; p = {p} (two-sided).",
            language,
            **told,
        )

    def _p(self, p: float, language: Language) -> str:
        """Return a p-value; of draws with its error."""
        return number(p, language)

    def _of_actors(self, name: str, rows: pd.DataFrame, language: Language) -> list[str]:
        measure, asked = measure_name(name, language), rows[rows["p"].notna()]
        if asked.empty:
            return [
                say(
                    "{measure}: in every network of the null each actor has its observed value or none, so there are "
                    "no p-values.",
                    language,
                    measure=measure,
                )
            ]
        outside = asked[(asked["observed"] < asked["low"]) | (asked["observed"] > asked["high"])]
        share = percent(self.interval, language)
        first = count(
            "{measure}: {outside} of {n} actor lies outside the {share} of its values under the null.",
            "{measure}: {outside} of {n} actors lie outside the {share} of their values under the null.",
            len(asked),
            language,
            measure=measure,
            outside=number(len(outside), language),
            share=share,
        )
        said = [first]
        order = outside["z"].fillna(0).sort_values(kind="stable").index
        for above in (True, False):
            chosen = [each for each in (order[::-1] if above else order) if (outside.loc[each, "z"] > 0) == above][
                :NAMED
            ]
            if chosen:
                actors = [label for _, label in chosen]
                pairs = zip(called(self.cluster, actors, language), outside.loc[chosen, "p"], strict=True)
                names = listed([f"{actor} (p = {number(p, language)})" for actor, p in pairs], language)
                said.append(_side(above, names, language))
        return said

    @property
    def _tie_layers(self) -> tuple[str, ...]:
        """The layers of ties that were compared."""
        return () if isinstance(self.null, TwoModeNull) else self.cluster.tie_layers

    def _layers_in_words(self, language: Language) -> list[str]:
        """Return which layers of ties were compared together; nothing where there is only one, or none is drawn."""
        if len(self._tie_layers) < 2:
            return []
        named = listed([value_name("layer", each, language) for each in self._tie_layers], language)
        return [say("No layer was named, so the layers {layers} were compared together.", language, layers=named)]

    def _null_in_words(self, language: Language) -> str:
        kept = self.null.kept(language)
        if self.is_exact:
            return count(
                "Null: {kept} (all {n} network that there is, exact).",
                "Null: {kept} (all {n} networks that there are, exact).",
                self.draws,
                language,
                kept=kept,
            )
        error = self._table["p_error"].max()
        if np.isnan(error):
            return count("Null: {kept} ({n} draw).", "Null: {kept} ({n} draws).", self.draws, language, kept=kept)
        return count(
            "Null: {kept} ({n} draw; standard error of p at most {error}).",
            "Null: {kept} ({n} draws; standard error of p at most {error}).",
            self.draws,
            language,
            kept=kept,
            error=number(error, language),
        )

    def _of_actor(self, name: str, actor: Any, language: Language) -> Any:
        labels = list(self._table.loc[name].index)
        if actor not in labels:
            raise InputError(Problem("is no actor of this cluster", is_argument=True, column="actor", value=actor))
        place = [each for each in self.observed.index if each[0] == name][labels.index(actor)]
        shown = f"{measure_name(name, language)}: {called(self.cluster, [actor], language)[0]}"
        return self._drawn([place], [shown], language)


def _side(above: bool, names: str, language: Language) -> str:
    if above:
        return say("Farthest above: {actors}.", language, actors=names)
    return say("Farthest below: {actors}.", language, actors=names)
