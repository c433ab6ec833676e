"""Named ordered ladders of tie strength, as questionnaires of the field use them.

A weight is always a strength: the higher, the stronger. A ladder whose own codes run the other way (1 = strongest) is
turned round once, by `Scale.strength`, when the answers come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from socluster.core.checked import checked_methods
from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

__all__ = ["EMON", "FREQUENCY", "FREY", "LUKE", "SCALES", "STRENGTH", "Scale", "scale_named"]


@checked_methods
@dataclass(frozen=True)
class Scale:
    """An ordered ladder from the weakest to the strongest level.

    Parameters
    ----------
    name : str
        Name by which a layer refers to it.
    levels : tuple of str
        Wording of the levels, weakest first; empty for plain strength, which has no levels.
    codes : tuple of int
        Code that the questionnaire prints for each level.
    source : str
        Where the ladder comes from.

    Examples
    --------
    >>> from socluster.core.scales import EMON, FREY
    >>> FREY.strength([0, 5, "coordination"])
    [0.0, 5.0, 3.0]
    >>> EMON.strength([1, 4])  # code 1 is the strongest
    [4.0, 1.0]
    """

    name: str
    levels: tuple[str, ...] = ()
    codes: tuple[int, ...] = ()
    source: str = ""

    @property
    def reversed(self) -> bool:
        """Whether the questionnaire's codes fall while the strength rises."""
        return len(self.codes) > 1 and self.codes[0] > self.codes[-1]

    @property
    def strengths(self) -> tuple[float, ...]:
        """Strength of each level: its own code where codes rise, else its place on the ladder."""
        return tuple(float(code) for code in (sorted(self.codes) if self.reversed else self.codes))

    @property
    def has_zero(self) -> bool:
        """Whether the lowest level says that there is no tie."""
        return bool(self.strengths) and self.strengths[0] == 0.0

    def strength(self, answers: Iterable[object]) -> list[float]:
        """Turn answers, given as codes or as wordings of levels, into strengths.

        Parameters
        ----------
        answers : iterable of int, float or str
            Codes or wordings.

        Returns
        -------
        list of float
            Strengths, in the ladder's range; the higher, the stronger.

        Raises
        ------
        InputError
            If an answer is no code and no wording of the ladder; all of them are listed.
        """
        by_answer: dict[object, float] = {}
        for code, level, strength in zip(self.codes, self.levels, self.strengths, strict=True):
            by_answer.update({float(code): strength, str(code): strength, level.casefold(): strength})
        result, problems = [], []
        for row, answer in enumerate(answers):
            key = answer.casefold().strip() if isinstance(answer, str) else answer
            found = by_answer.get(key) if not isinstance(key, list | dict) else None
            if found is None:
                message, values = marked("not an answer on the ladder '{ladder}'"), {"ladder": self.name}
                near = nearest(answer, self.levels)
                problems.append(Problem(message, row=row, value=answer, nearest=near, values=values))
            else:
                result.append(found)
        if problems:
            raise InputError(problems)
        return result


STRENGTH = Scale("strength", source="any positive number; the higher, the stronger")
FREY = Scale(
    "frey",
    ("no interaction", "networking", "cooperation", "coordination", "coalition", "collaboration"),
    (0, 1, 2, 3, 4, 5),
    "Frey, Lohmeier, Lee & Tollefson (2006), doi:10.1177/1098214006290356",
)
LUKE = Scale(
    "luke",
    ("none", "share information only", "informal", "formal", "formal on multiple projects"),
    (0, 1, 2, 3, 4),
    "Luke (2015), A User's Guide to Network Analysis in R, doi:10.1007/978-3-319-23883-8",
)
FREQUENCY = Scale(
    "frequency",
    ("yearly", "quarterly", "monthly", "weekly", "daily"),
    (1, 2, 3, 4, 5),
    "Luke (2015), A User's Guide to Network Analysis in R, doi:10.1007/978-3-319-23883-8",
)
EMON = Scale(
    "emon",
    ("once a day or less", "about every few hours", "about once an hour", "continuously"),
    (4, 3, 2, 1),
    "Drabek et al. (1981), emergency multi-organisational networks; 1 is the strongest code",
)

SCALES: Mapping[str, Scale] = MappingProxyType({scale.name: scale for scale in (STRENGTH, FREY, LUKE, FREQUENCY, EMON)})


def scale_named(name: str) -> Scale:
    """Return the ladder of that name.

    Raises
    ------
    InputError
        If there is none; the message names the nearest.
    """
    key = name.strip().casefold()
    if key not in SCALES:
        message, values = marked("no such ladder; there are {ladders}"), {"ladders": ", ".join(SCALES)}
        raise InputError(Problem(message, "layers", None, "scale", name, nearest(key, SCALES), values=values))
    return SCALES[key]
