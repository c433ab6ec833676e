"""What do two surveys say about the parameters of incubation, and which of them can they not tell?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from socluster._kernels.meeting.dyads import Shared
from socluster.core.arguments import fraction, positive_integer
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.incubation.barriers import BARRIERS, Barriers
from socluster.development.incubation.calibration_result import IncubationCalibration
from socluster.development.incubation.dyads import of_dyads
from socluster.development.incubation.estimation import COMMON, FoundValue, ObservedDyads, estimated, why_unknown
from socluster.development.incubation.parameters import Incubation
from socluster.development.incubation.trust_gain import gained, why_not_gained
from socluster.development.incubation.two_waves import Waves, waves_of
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Phrase, later, listed, marked, phrase

__all__ = ["calibrate_incubation"]

_OF_MEETINGS = ("formation", "repeat", "half_life")
_MOST_PERIODS = 1_000


@checked
def calibrate_incubation(
    before: Any,
    after: Any,
    /,
    *,
    events: Any,
    parameters: Incubation | None = None,
    barriers: Barriers | None = None,
    periods: int = 1,
    estimate: Sequence[str] | None = None,
    common: bool = False,
    trust: str | None = None,
    layer: str | None = None,
    interval: float = 0.9,
) -> IncubationCalibration:
    """What do two surveys say about the parameters of incubation, and what can they not tell?

    Of every two who are in both waves, the probability of their state in the second wave is computed exactly: over all
    ways in which they may have met at the events that both attended, become tied, and parted. The values under which
    the second wave is most likely are the estimates.

    Parameters
    ----------
    before, after : Cluster or anything that `as_cluster` takes
        The two waves.
    events : DataFrame, sequence of mappings, or str
        As in `incubate`, with who was there.
    parameters : Incubation, optional
        What is not estimated, above all whom one meets (`meetings`): it and `formation` enter as a product, so that it
        is taken as stated.
    barriers : Barriers, optional
        Where barriers are at work; then their sizes are estimated, too. Their states are those of the first wave.
    periods : int, default 1
        How many lie between the waves, each of ``parameters.period`` years.
    estimate : sequence of str, optional
        Which of formation, repeat, half_life, and with barriers also experience, distrust, attitudes, competition (or
        barriers, if they have one size in common). Without it all that the data can tell.
    common : bool, default False
        Whether all four barriers have one size.
    trust : str, optional
        Column of the actors, or layer of ties, that states trust (0 to 1) in both waves. Then `trust_gain` is
        estimated, too, over one period: by least squares, from the trust that is missing in either wave.
    layer : str, optional
        One layer of ties; without it all.
    interval : float, default 0.9
        Confidence of the intervals.

    Returns
    -------
    IncubationCalibration
        `.to_frame()`: values, intervals, and why some cannot be told; `parameters` and `barriers` with the estimates,
        for `incubate`.

    Raises
    ------
    InputError
        If something is asked for that the data cannot tell, ties of newcomers stand in the second wave, or an event
        does not say who was there.

    Notes
    -----
    Untied pairs who share events tell `formation`; those who share two or more tell `repeat`; tied pairs who need not
    have met tell the half-life; barriers need pairs for whom they differ. Fewer than ten pairs tell nothing. Half-lives
    are told well, single barriers only roughly: look at the intervals, or take one common size. Dyads that are unknown
    in either wave are left out; uncertain ties count as if they existed.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> names = [f"organisation {place}" for place in range(30)]
    >>> before = sc.Cluster.from_tables(pd.DataFrame({"actor": names}))
    >>> table = [{"kind": "seminar", "actors": names}]
    >>> after = sc.incubate(before, events=table, draws=1, rng=11).network()  # formation is 0.1
    >>> found = sc.calibrate_incubation(before, after, events=table)
    >>> found.to_frame().loc["formation", ["value", "low", "high"]].astype(float).round(2).tolist()
    [0.1, 0.06, 0.16]
    >>> print(found.to_frame().loc["repeat", "why"])
    0 untied pairs share two events; at least 10 are needed
    """
    first, second = cluster_of(before), cluster_of(after)
    used = parameters or Incubation()
    waves = waves_of(first, second, events, used, positive_integer("periods", periods, most=_MOST_PERIODS), layer)
    states = _states(waves, used, barriers)
    asked = _asked(estimate, [COMMON] if common else list(BARRIERS), has_barriers=barriers is not None)
    unknown = _unknown(waves, asked, states)
    if estimate is not None and unknown:
        raise InputError(
            [
                Problem("cannot be told: {why}", column="estimate", is_argument=True, value=name, values={"why": why})
                for name, why in unknown.items()
            ]
        )
    names = [name for name in asked if name not in unknown]
    sizes = Barriers.none() if barriers is None else barriers
    fixed = {"formation": float(used.formation), "repeat": float(used.repeat), "keep": used.keep, **sizes.sizes}
    if COMMON in asked:
        fixed[COMMON] = float(np.mean(list(sizes.sizes.values())))
    inner = ["keep" if name == "half_life" else name for name in names]
    dyads = _kept(waves, states)
    found, fit = estimated(dyads, inner, fixed, fraction("interval", interval))
    gain, why = (None, None) if trust is None else _gain(waves, trust, interval)
    if why is not None:
        unknown["trust_gain"] = why
    estimates = {name: _told(name, found["keep" if name == "half_life" else name], used) for name in names}
    if gain is not None:
        estimates["trust_gain"] = gain
    return IncubationCalibration(
        cluster=first,
        estimates=estimates,
        unknown=unknown,
        given=used,
        given_barriers=barriers,
        pairs=int(waves.known.sum()),
        exposed=int(waves.exposed.sum()),
        idle=int(waves.idle.sum()),
        events=waves.events,
        log_likelihood=fit,
        interval=interval,
        data_notes=data_notes(first, layer),
    )


def _gain(waves: Waves, trust: str, interval: float) -> tuple[FoundValue | None, Phrase | None]:
    """Return how much trust a meeting brings, or why that cannot be told."""
    before = of_dyads(waves.cluster, trust, "trust")
    after = waves.in_second(of_dyads(waves.after, trust, "trust"))
    why = why_not_gained(waves.shared, before, waves.known)
    return (None, why) if why else (gained(waves.shared, before, after, waves.known, interval), None)


def _states(waves: Waves, parameters: Incubation, barriers: Barriers | None) -> dict[str, Array]:
    if barriers is None:
        return {}
    states = barriers.states(waves.cluster)
    trust = of_dyads(waves.cluster, parameters.trust, "trust")
    return {name: 1 - trust if name == "distrust" else states[name] for name in BARRIERS}


def _asked(estimate: Sequence[str] | None, of_barriers: list[str], *, has_barriers: bool) -> list[str]:
    options = [*_OF_MEETINGS, *(of_barriers if has_barriers else [])]
    if estimate is None:
        return options
    named = [estimate] if isinstance(estimate, str) else list(estimate)
    wrong = [name for name in named if not isinstance(name, str) or name not in options]
    if wrong:
        message = marked("is nothing that can be estimated here (it can be: {options})")
        values = {"options": later(listed, options)}
        raise InputError(
            [
                Problem(
                    message,
                    column="estimate",
                    is_argument=True,
                    value=name,
                    nearest=nearest(name, options),
                    values=values,
                )
                for name in wrong
            ]
        )
    return [name for name in options if name in named]


def _unknown(waves: Waves, asked: Sequence[str], states: Mapping[str, Array]) -> dict[str, Phrase]:
    reasons = {name: why_unknown(name, waves.exposed, waves.joint, waves.idle, waves.tied, states) for name in asked}
    found = {name: why for name, why in reasons.items() if why is not None}
    if "formation" in asked and "formation" not in found and not (waves.tied & waves.exposed).any():
        found["formation"] = phrase("no pair became tied")
    return found


def _kept(waves: Waves, states: Mapping[str, Array]) -> ObservedDyads:
    """Return what is known of the dyads whose state is known in both waves."""
    keep = waves.known
    counts = np.where(keep, waves.joint, 0)
    of_event = np.repeat(keep, waves.joint)
    shared = Shared(
        first=np.concatenate([[0], np.cumsum(counts[keep])]).astype(np.int64),
        meet=waves.shared.meet[of_event],
        period=waves.shared.period[of_event],
        tied=waves.shared.tied[keep],
        periods=waves.shared.periods,
    )
    return ObservedDyads(shared, waves.tied[keep], {name: state[keep] for name, state in states.items()})


def _told(name: str, found: FoundValue, parameters: Incubation) -> FoundValue:
    """Return an estimate as it is told: the share that outlives a period as a half-life in years."""
    if name != "half_life":
        return found
    with np.errstate(divide="ignore"):
        years = -float(parameters.period) / np.log2(np.array([found.value, found.low, found.high]))
    return FoundValue(*(float(each) for each in np.abs(years)))
