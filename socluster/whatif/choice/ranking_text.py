"""What a ranking says beyond places: who is better on average, who does harm, and who cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from socluster.whatif.choice.goals import Goal
from socluster.whatif.choice.wins import ROUNDING, shared_wins
from socluster.whatif.phrases import nobody_is_as_good
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, listed, marked, measure_name, number, percent, say

__all__ = ["close_to_first", "falls_by_presence", "harm_exactly", "on_average"]

CLEAR = 2.0  # standard errors
_DO_HARM = marked("On average {names} do harm to this goal: choosing nobody would be better.")
_MAY_DO_HARM = marked(
    "{names} may do harm to this goal: their mean gains are below 0, and in brackets stands in how many of the draws "
    "choosing nobody would be as good or better."
)
MEANS = ("compactness", "connectedness", "density", "global_efficiency")  # over the pairs of actors


def on_average(gains: pd.DataFrame, table: pd.DataFrame, language: Language) -> list[str]:
    """Return what the mean gains say that the places do not.

    Who wins most draws need not gain most on average: it may win little and often, or lose much and rarely.

    Parameters
    ----------
    gains : DataFrame
        Gain of each candidate (column) in each draw (row).
    table : DataFrame
        The ranking, the first candidate first, with columns regret and high; who has no regret could not be chosen.
    language : {"en", "lt"}
        Language of the sentences.
    """
    chosen = gains[table.index[table["regret"].notna()]]
    noise = _rounding(gains)
    return [
        *_another_is_better(chosen, table["regret"], noise, language),
        *_alike(chosen, noise, language),
        *_too_close(chosen, language),
        *_nobody_is_better(chosen, table["high"], noise, language),
    ]


def falls_by_presence(
    means: Mapping[str, float], goal: Goal, scenarios: Iterable[Scenario], language: Language
) -> list[str]:
    """Return that a mean falls because there is one more, if the goal is one and somebody who joins loses in it.

    Parameters
    ----------
    means : mapping
        What each candidate gains on average.
    goal : Goal
        What is to be gained.
    scenarios : iterable of Scenario
        The candidates.
    language : {"en", "lt"}
        Language of the sentences.
    """
    joining = {each.name for each in scenarios if any(step.verb == "with_actor" for step in each.steps)}
    losing = [name for name, mean in means.items() if mean < 0 and name in joining]
    averages = [
        measure_name(name, language)
        for name, sign in zip(goal.names, goal.signs, strict=True)
        if name in MEANS and sign > 0
    ]
    if not losing or not averages:
        return []
    return [
        say(
            "A mean over pairs or actors ({measures}) also falls because there is one more: a newcomer with few ties "
            "lowers it by being there, even if nobody else loses anything.",
            language,
            measures=listed(averages, language),
        )
    ]


def _rounding(gains: pd.DataFrame) -> float:
    """Return up to what a difference of gains is rounding: a tiny part of the largest gain or loss."""
    return float(ROUNDING * np.nanmax(np.abs(gains.to_numpy(dtype=float)), initial=0.0))


def harm_exactly(gains: pd.DataFrame, language: Language) -> list[str]:
    """Return who loses, where nothing is drawn, so that a gain is one number.

    Parameters
    ----------
    gains : DataFrame
        Gain of each candidate (column), the same in each draw (row).
    language : {"en", "lt"}
        Language of the sentence.
    """
    means = gains.mean()
    noise = _rounding(gains)
    names = [str(name) for name, mean in means.items() if mean < -noise]
    if len(names) == 1:
        return [say("{name} does harm to this goal: choosing nobody would be better.", language, name=names[0])]
    if names:
        told = {"names": listed(names, language)}
        return [say("{names} do harm to this goal: choosing nobody would be better.", language, **told)]
    return []


def _another_is_better(gains: pd.DataFrame, regret: pd.Series[float], noise: float, language: Language) -> list[str]:
    """Return that another gains more than the first, on average over the draws in which the gains of both are known."""
    first = gains.columns[0]
    more = {name: float((gains[name] - gains[first]).mean()) for name in gains.columns[1:]}
    best = max(more, key=lambda name: np.nan_to_num(more[name], nan=-np.inf), default=first)
    if best == first or not more[best] > noise:
        return []
    both = gains[[first, best]].dropna().mean()
    return [
        say(
            "On average {name} is the better choice: its mean gain is {gain}, that of {first} {own}; its mean regret "
            "is {regret}, that of {first} {forgone}.",
            language,
            name=best,
            first=first,
            gain=number(both[best], language),
            own=number(both[first], language),
            regret=number(regret[best], language),
            forgone=number(regret[first], language),
        )
    ]


def _alike(gains: pd.DataFrame, noise: float, language: Language) -> list[str]:
    """Return who gains the same in every draw."""
    left, said = list(gains), []
    while left:
        values = gains[left[0]].to_numpy(dtype=float)
        alike = [
            name
            for name in left
            if np.allclose(gains[name].to_numpy(dtype=float), values, rtol=0.0, atol=noise, equal_nan=True)
        ]
        left = [name for name in left if name not in alike]
        if len(alike) > 1:
            names = listed(alike, language)
            said.append(
                say("{names} cannot be told apart: their gains are the same in every draw.", language, names=names)
            )
    return said


def close_to_first(gains: pd.DataFrame, *, same: bool = False) -> list[str]:
    """Return who wins about as many draws as the first (column), so that which of them is first is chance of the draws.

    Parameters
    ----------
    gains : DataFrame
        Gain of each candidate (column) in each draw (row), the first candidate first.
    same : bool, default False
        Also return who gains the same as the first in every draw.
    """
    values = gains.to_numpy(dtype=float)
    if values.shape[0] < 2 or values.shape[1] < 2:
        return []
    noise = _rounding(gains)
    wins = shared_wins(values)
    behind = wins[:, [0]] - wins
    error = behind.std(axis=0, ddof=1) / np.sqrt(len(wins))
    is_same = np.nanmax(np.abs(values - values[:, [0]]), axis=0, initial=0.0) <= noise
    is_close = np.where(is_same, same, behind.mean(axis=0) < CLEAR * error)
    return [str(name) for name, close in list(zip(gains, is_close, strict=True))[1:] if close]


def _too_close(gains: pd.DataFrame, language: Language) -> list[str]:
    close = close_to_first(gains)
    if not close:
        return []
    told = {"names": listed([str(gains.columns[0]), *close], language)}
    return [say("Too close to call with so few draws who of {names} wins most.", language, **told)]


def _nobody_is_better(gains: pd.DataFrame, high: pd.Series[float], noise: float, language: Language) -> list[str]:
    """Return who does harm on average, or may do so, and whether the first gains nothing."""
    means = gains.mean()
    first = str(means.index[0])
    gains_nothing = not (means.iloc[0] < -noise or means.iloc[0] > noise)
    said = nobody_is_as_good(first, 0.0, 0.0, 1.0, language) if gains_nothing else []
    harmful = [name for name, mean in means.items() if mean < -noise]
    without = {name: float((gains[name].dropna() <= noise).mean()) for name in harmful}
    sure = [name for name in harmful if high[name] <= noise]
    unsure = [name for name in harmful if high[name] > noise]
    for names, message in ((sure, _DO_HARM), (unsure, _MAY_DO_HARM)):
        if len(names) == 1:
            (name,) = names
            end = 0.0 if names is sure else float(high[name])
            said += nobody_is_as_good(str(name), -1.0, end, without[name], language)
        elif names:
            shares = {name: f" ({percent(without[name], language)})" if names is unsure else "" for name in names}
            said.append(say(message, language, names=listed([f"{name}{shares[name]}" for name in names], language)))
    return said
