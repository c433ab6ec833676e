"""On which assumptions does the answer depend most, alone and together with others?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, is_number, positive_integer, seed_of, whole_number
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.development.incubation.assumed import RANGES
from socluster.development.incubation.barriers import BARRIERS, Barriers
from socluster.development.incubation.incubate import Question
from socluster.development.incubation.incubated import Quantity
from socluster.development.incubation.parameters import Incubation
from socluster.development.incubation.sensitivity_result import IncubationSensitivity
from socluster.draws.settings import Draws
from socluster.words import later, listed, marked

__all__ = ["incubation_sensitivity", "indices"]

_OF_MEETINGS = ("formation", "repeat", "trust", "trust_gain", "half_life")
_MEETINGS = "meetings"
_USUAL: dict[str, tuple[float, float]] = {
    **{name: RANGES[name] for name in (*_OF_MEETINGS, *BARRIERS)},
    _MEETINGS: RANGES["meetings, seminar"],
}
_MOST_SAMPLES = 2**14


@checked
def incubation_sensitivity(
    cluster: Any,
    /,
    *,
    events: Any,
    parameters: Incubation | None = None,
    barriers: Barriers | None = None,
    periods: int = 1,
    what: Quantity = "building_ties",
    vary: Mapping[str, Any] | None = None,
    trajectories: int = 10,
    samples: int = 64,
    draws: int = 20,
    rng: Generator | int,
    layer: str | None = None,
) -> IncubationSensitivity:
    """On which assumptions does the answer depend most, each alone and together with others?

    First a screening (Morris): assumptions are changed one after the other along paths through their ranges; `mu_star`
    is the mean size of the change from the lower to the upper end, `sigma` how much it depends on the others. Then
    shares of the variance of the answer over the ranges (Sobol): `first` is due to one assumption alone, `total` to it
    alone and together with others.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        As in `incubate`.
    events, periods
        As in `incubate`.
    layer : str, optional
        One layer of ties; without it all.
    parameters, barriers : Incubation, Barriers
        What is not varied; of barriers above all where they are at work.
    what : str, default "building_ties"
        Which answer: a quantity of `Incubated`, its mean over the draws.
    vary : mapping from str to (low, high), optional
        Which assumptions, over which ranges: formation, repeat, trust, trust_gain, half_life, meetings (of all kinds of
        events alike), experience, distrust, attitudes, competition. Without it all, over the ranges of
        ``Incubation.assumptions()``.
    trajectories : int, default 10
        Paths of the screening: so many times one more than there are assumptions is computed.
    samples : int, default 64
        Base samples of the shares of variance, a power of 2: so many times two more than there are assumptions is
        computed. 0 leaves them out.
    draws : int, default 20
        Histories for each combination, with the same random numbers for all.
    rng : int or numpy.random.Generator
        Seed.

    Returns
    -------
    IncubationSensitivity
        `.to_frame()`: low, high, mu_star, sigma, first, first_error, total, total_error by assumption; `.plot()`.

    Raises
    ------
    InputError
        If SALib is not installed, a range is none, or there is no such assumption.

    Notes
    -----
    Ranges are assumptions, too: the indices say how much of the spread over *these* ranges is due to each. They come
    from SALib (Iwanaga, Usher & Herman 2022, doi:10.18174/sesmo.18155).

    References
    ----------
    Morris, M. D. (1991). Factorial sampling plans for preliminary computational experiments. Technometrics, 33(2),
    161-174. doi:10.1080/00401706.1991.10484804

    Saltelli, A., et al. (2010). Variance based sensitivity analysis of model output. Computer Physics Communications,
    181(2), 259-270. doi:10.1016/j.cpc.2009.09.018

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"organisation {place}" for place in range(20)]}))
    >>> vary = {"formation": (0.02, 0.3), "trust_gain": (0, 0.3)}
    >>> found = sc.incubation_sensitivity(
    ...     town, events={"seminar": 2}, vary=vary, trajectories=4, samples=0, draws=5, rng=7
    ... )
    >>> found.to_frame()["mu_star"].idxmax()  # trust matters to nobody where distrust is no barrier
    'formation'
    """
    ranges = _ranges(vary)
    paths = positive_integer("trajectories", trajectories, most=10_000)
    base = whole_number("samples", samples)
    if base and (base & (base - 1) or not 2 <= base <= _MOST_SAMPLES):
        message = marked("must be 0 or a power of 2 from 2 to 16,384")
        raise InputError(Problem(message, column="samples", is_argument=True, value=samples))
    length = positive_integer("periods", periods, most=1_000)
    settings, seed = Draws(draws), int(generator(rng).integers(2**31))
    usual, told = parameters or Incubation(), barriers or Barriers()
    if usual.meet is not None and _MEETINGS in ranges:
        del ranges[_MEETINGS]

    def mean(values: Mapping[str, float]) -> float:
        question = Question.of(
            cluster,
            events=events,
            parameters=_set(usual, values),
            barriers=told.changed(**{name: values[name] for name in BARRIERS if name in values}),
            periods=length,
            settings=settings,
            rng=seed,
            without=None,
            by=[],
            layer=layer,
        )
        return float(question.answered().values[what].mean())

    middle = Question.of(
        cluster, events=events, parameters=usual, barriers=told, periods=length, settings=settings, rng=seed,
        without=None, by=[], layer=layer,
    )  # fmt: skip
    if not np.isfinite(middle.answered().values[what]).all():
        raise InputError("nobody's services are known, so that nothing can be said of coordinated activity")
    return IncubationSensitivity(
        cluster=middle.cluster,
        table=indices(mean, ranges, trajectories=paths, samples=base, seed=seed),
        what=what,
        draws=settings.most,
        seed=seed_of(rng),
        data_notes=data_notes(middle.cluster, layer, drawn=True, any_measure=True),
    )


def indices(
    answer: Callable[[Mapping[str, float]], float],
    ranges: Mapping[str, tuple[float, float]],
    *,
    trajectories: int,
    samples: int,
    seed: int,
) -> pd.DataFrame:
    """Return how far an answer depends on each of several numbers, which lie in ranges.

    Parameters
    ----------
    answer : callable
        From numbers by name to one number.
    ranges : mapping from str to (float, float)
        Lowest and highest value.
    trajectories, samples : int
        As in `incubation_sensitivity`.
    seed : int
        Seed.

    Returns
    -------
    DataFrame
        Index `quantity`; columns low, high, mu_star, sigma, first, first_error, total, total_error (the errors are half
        the 95 % confidence intervals of SALib; NaN where no shares are computed, or the answer never changes).
    """
    salib = _salib()
    names = list(ranges)
    problem = {"num_vars": len(names), "names": names, "bounds": [list(ranges[name]) for name in names]}

    def answers(points: Array) -> Array:
        return np.array([answer(dict(zip(names, point, strict=True))) for point in points.tolist()])

    points = salib["morris_sample"](problem, trajectories, seed=seed)
    screened = salib["morris"](problem, points, answers(points), seed=seed)
    table = pd.DataFrame(
        {
            "low": [float(ranges[name][0]) for name in names],
            "high": [float(ranges[name][1]) for name in names],
            "mu_star": np.asarray(screened["mu_star"], dtype=float),
            "sigma": np.asarray(screened["sigma"], dtype=float),
        },
        index=pd.Index(names, name="quantity"),
    )
    shares = {name: np.full(len(names), np.nan) for name in ("first", "first_error", "total", "total_error")}
    if samples:
        points = salib["sobol_sample"](problem, samples, calc_second_order=False, seed=seed)
        found = answers(points)
        if np.ptp(found) > 0:
            told = salib["sobol"](problem, found, calc_second_order=False, seed=seed)
            columns = {"first": "S1", "first_error": "S1_conf", "total": "ST", "total_error": "ST_conf"}
            shares = {name: np.asarray(told[column], dtype=float) for name, column in columns.items()}
    return table.assign(**shares)


def _salib() -> dict[str, Callable[..., Any]]:
    """Return what is used of SALib, which not everybody has installed."""
    try:
        from SALib.analyze import morris, sobol
        from SALib.sample import morris as morris_sample
        from SALib.sample import sobol as sobol_sample
    except ImportError as error:
        raise InputError("this needs SALib: pip install 'socluster[sensitivity]'") from error
    return {
        "morris": morris.analyze,
        "sobol": sobol.analyze,
        "morris_sample": morris_sample.sample,
        "sobol_sample": sobol_sample.sample,
    }


def _set(usual: Incubation, values: Mapping[str, float]) -> Incubation:
    return usual.changed(**{name: values[name] for name in (*_OF_MEETINGS, _MEETINGS) if name in values})


def _ranges(vary: Mapping[str, Any] | None) -> dict[str, tuple[float, float]]:
    if vary is None:
        return dict(_USUAL)
    unknown = [name for name in vary if name not in _USUAL]
    if unknown or not vary:
        message = marked("is no assumption that can be varied (they are {options})")
        values = {"options": later(listed, list(_USUAL))}
        raise InputError(
            [
                Problem(
                    message, column="vary", is_argument=True, value=name, nearest=nearest(name, _USUAL), values=values
                )
                for name in unknown or [str(dict(vary))]
            ]
        )
    found = {}
    for name, ends in vary.items():
        pair = list(ends) if isinstance(ends, list | tuple) else []
        if len(pair) != 2 or not all(is_number(end) for end in pair) or not pair[0] < pair[1] < np.inf:
            message = marked("must be a range: its lowest and its highest value, as in (0.02, 0.3)")
            raise InputError(Problem(message, row=name, column="vary", is_argument=True, value=ends))
        for end in pair:  # whatever is out of range is refused by whom it belongs to
            _ = Barriers().changed(**{name: end}) if name in BARRIERS else Incubation().changed(**{name: end})
        if name == "trust" and not 0 <= pair[0] <= pair[1] <= 1:
            raise InputError(
                Problem("must be a number from 0 to 1", row=name, column="vary", is_argument=True, value=ends)
            )
        found[name] = (float(pair[0]), float(pair[1]))
    return found
