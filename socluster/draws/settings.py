"""How often to draw, how to report it, who computes, and where finished draws are kept: one value for all questions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

import numpy as np

from socluster.core.arguments import fraction, is_number, positive_integer
from socluster.core.checked import checked_methods, no_such_option
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.paths import path_of
from socluster.core.public_names import public_object
from socluster.draws.spread import INTERVAL
from socluster.words import Phrase, marked, phrase

__all__ = ["FIXED_NUMBER", "NO_INTERVALS", "Draws", "as_draws", "refuse_moved"]

MOST = 10_000_000  # draws; by then, the Monte-Carlo error is far below anything that data can tell
OPTIONS = ("interval", "tolerance", "executor", "checkpoint")

# Why some questions do without options.
FIXED_NUMBER = phrase("this question draws a fixed number of times, one after the other in this process")
NO_INTERVALS = phrase("the answer has no intervals")


@checked_methods
@dataclass(frozen=True)
class Draws:
    """How often to draw, and how. Wherever a question takes `draws=`, an integer stands for ``Draws(integer)``.

    Parameters
    ----------
    most : int
        How many draws, up to 10 million; with `tolerance`, how many at most.
    interval : float, default 0.9
        Share of the draws that low to high holds (0..1).
    tolerance : float or mapping from measure to float, optional
        Stop drawing once the Monte-Carlo standard errors of the answer are at most this, for all measures or for those
        that are named; which errors these are, the question says. They are looked at after 100, 200, 400, ... draws.
        What-if questions believe no error before ten draws differ from the most common value, or 1,600 are made, since
        rare changes would be missed.
    executor : None, int or dask.distributed.Client
        Who computes. None: this process. A number: so many processes of this computer; they take some seconds to
        start, so the first two pieces are computed by this process, and so is the rest if it would take less than four
        seconds. A client: the workers of its Dask cluster. The numbers are the same, whoever computes.
    checkpoint : path, optional
        A folder in which finished draws are kept. After an interruption the same call resumes from there, and more
        draws of the same question begin where the last ones ended.

    Raises
    ------
    InputError
        If one of them makes no sense.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> quiet = sc.Scenario("the mayor leaves").without_actor("MAYR")
    >>> half = sc.Draws(100, interval=0.5)
    >>> sc.compare(knoke, [quiet], measures=[sc.density], draws=half, rng=7).interval
    0.5
    """

    most: int
    _: KW_ONLY
    interval: float = INTERVAL
    tolerance: float | Mapping[str, float] | None = None
    executor: Any = None
    checkpoint: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "most", positive_integer("draws", self.most, most=MOST))
        fraction("interval", self.interval)
        _check_tolerance(self.tolerance)
        _check_executor(self.executor)
        if self.checkpoint is not None:
            _check_checkpoint(self.checkpoint)

    @property
    def rounds(self) -> list[int]:
        """After how many draws to look at the errors: twice as many each time; once, where no tolerance is stated."""
        if self.tolerance is None:
            return [self.most]
        ends = [100 * 2**k for k in range(30)]
        return [*(end for end in ends if end < self.most), self.most]

    def limits(self, names: Iterable[str]) -> dict[str, float]:
        """Return the largest error that is accepted of each of these; infinite where none is stated.

        Raises
        ------
        InputError
            If the tolerance names something else, or a name is no text.
        """
        known = list(names)
        odd = [each for each in known if not isinstance(each, str)]
        if odd:
            message = marked("is no name of a quantity")
            raise InputError([Problem(message, is_argument=True, column="names", value=each) for each in odd])
        if not isinstance(self.tolerance, Mapping):
            return dict.fromkeys(known, np.inf if self.tolerance is None else float(self.tolerance))
        problems = [
            Problem(
                "is no quantity of this answer",
                is_argument=True,
                column="tolerance",
                value=name,
                nearest=nearest(name, known),
            )
            for name in self.tolerance
            if name not in known
        ]
        if problems:
            raise InputError(problems)
        return {name: float(self.tolerance.get(name, np.inf)) for name in known}

    def only(self, *options: str, why: Phrase) -> Draws:
        """Return the same, if no other options than these are set.

        Raises
        ------
        InputError
            If one is that has no effect here; all are listed, with the reason.
        """
        plain = Draws(self.most)
        idle = [each for each in OPTIONS if each not in options and getattr(self, each) != getattr(plain, each)]
        if idle:
            raise InputError(
                [
                    Problem("has no effect here: {why}", is_argument=True, column=f"draws.{each}", values={"why": why})
                    for each in idle
                ]
            )
        return self


def as_draws(draws: Any) -> Draws:
    """Return how to draw: as it is, or so many draws with nothing else asked.

    Raises
    ------
    InputError
        If it is neither.
    """
    return draws if isinstance(draws, Draws) else Draws(positive_integer("draws", draws, most=MOST))


def refuse_moved(options: Mapping[str, object], function: str) -> None:
    """Refuse options that a function does not take, and say where those stand now that are part of `Draws`.

    Raises
    ------
    InputError
        If one of them is an option of `Draws`.
    TypeError
        If there is no such option at all.
    """
    for name, value in options.items():
        if name not in OPTIONS:
            raise no_such_option(public_object(function), name)
        raise InputError(
            Problem(
                "{option} is said together with the number of draws: draws=sc.Draws(1000, {option}=...)",
                value=value,
                values={"option": name},
            )
        )


def _check_tolerance(tolerance: Any) -> None:
    stated = tolerance if isinstance(tolerance, Mapping) else {} if tolerance is None else {None: tolerance}
    wrong = {name: value for name, value in stated.items() if not (is_number(value) and value > 0)}
    problems = [
        Problem("must be a number above 0", row=name, is_argument=True, column="tolerance", value=value)
        for name, value in wrong.items()
    ]
    if problems:
        raise InputError(problems)


def _check_checkpoint(checkpoint: Any) -> None:
    try:
        path_of(checkpoint)
    except InputError:
        raise InputError(Problem("checkpoint must be the path of a folder", value=checkpoint)) from None


def _check_executor(executor: Any) -> None:
    is_count = isinstance(executor, int | np.integer) and not isinstance(executor, bool) and executor >= 1
    is_client = hasattr(executor, "scatter") and hasattr(executor, "submit")
    if executor is not None and not is_count and not is_client:
        raise InputError(
            Problem(
                "executor must be None, a number of processes (1 or more), or a dask.distributed.Client", value=executor
            )
        )
