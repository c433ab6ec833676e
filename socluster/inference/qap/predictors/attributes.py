"""Predictors that are made of an attribute of the two actors: of either end, of both, alike or how different."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.predictors.base import DyadColumn, Predictor
from socluster.words import Phrase, column_phrase, marked, phrase, value_phrase

__all__ = ["difference", "ends", "receiver", "same", "sender"]

AttributeEnd = Literal["sender", "receiver", "ends"]
_GIVEN = marked("the values given")


@dataclass(frozen=True, eq=False)
class _OfAttribute(Predictor):
    """What the predictors of an attribute share."""

    attribute: Any

    @property
    def code(self) -> str:
        """How to write the attribute in a call."""
        return repr(self.attribute) if isinstance(self.attribute, str) else "..."

    @property
    def called(self) -> str | Phrase:
        """What the attribute is called."""
        if isinstance(self.attribute, str):
            return column_phrase(self.attribute)
        own = getattr(self.attribute, "name", None)
        return column_phrase(str(own)) if own is not None else phrase(_GIVEN)


@dataclass(frozen=True, eq=False)
class EndAttribute(_OfAttribute):
    """An attribute of the sender, of the receiver, or of both ends added up."""

    side: AttributeEnd
    base: Any = None

    @property
    def name(self) -> Phrase:
        """What it is called."""
        if self.side == "sender":
            return phrase("sender: {attribute}", attribute=self.called)
        if self.side == "receiver":
            return phrase("receiver: {attribute}", attribute=self.called)
        return phrase("both ends: {attribute}", attribute=self.called)

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return the number of the end; of categories, one column for each but the base."""
        self._refuse_wrong_side(spaces)
        read = [_ends(self.attribute, space, self._sides(space)) for space in spaces]
        flat = [series for pair in read for series in pair if series is not None]
        if all(_is_number(series) for series in flat):
            return [
                DyadColumn(self.name, [self._laid_out(pair, space) for pair, space in zip(read, spaces, strict=True)])
            ]
        levels = _levels(flat)
        self._refuse_single(levels)
        base = self._base(levels)
        return [
            DyadColumn(
                phrase("{predictor} = {level}", predictor=self.name, level=self._said(level)),
                [self._laid_out(_marked(pair, level), space) for pair, space in zip(read, spaces, strict=True)],
            )
            for level in levels
            if level != base
        ]

    def _sides(self, space: DyadSpace) -> tuple[bool, bool]:
        del space
        return self.side != "receiver", self.side != "sender"

    def _refuse_wrong_side(self, spaces: Sequence[DyadSpace]) -> None:
        if self.side == "ends" or all(space.directed or space.two_mode for space in spaces):
            return
        message = marked(
            "ties without direction have no {side}; take both ends together: sc.predictors.ends({attribute})"
        )
        raise InputError(Problem(message, value=str(self.called), values={"side": self.side, "attribute": self.code}))

    def _refuse_single(self, levels: list[Any]) -> None:
        if len(levels) < 2:
            message = marked("has no two different values, so that nothing can be compared; leave it out")
            raise InputError(Problem(message, value=str(self.name)))

    def _said(self, level: Any) -> str | Phrase:
        return value_phrase(self.attribute, str(level)) if isinstance(self.attribute, str) else str(level)

    def _base(self, levels: list[Any]) -> Any:
        if self.base is None:
            return levels[0] if levels else None
        if self.base not in levels:
            near = nearest(self.base, [str(level) for level in levels])
            message = marked("is no value of this attribute, so it cannot be the base")
            raise InputError(Problem(message, is_argument=True, column="base", value=self.base, nearest=near))
        return self.base

    def _laid_out(self, pair: tuple[pd.Series[Any] | None, pd.Series[Any] | None], space: DyadSpace) -> Array:
        total = np.zeros(space.shape)
        rows, columns = pair
        if rows is not None:
            total = total + _floats(rows)[:, None]
        if columns is not None:
            total = total + _floats(columns)[None, :]
        return total


@dataclass(frozen=True, eq=False)
class SameValue(_OfAttribute):
    """Whether both ends have the same value."""

    @property
    def name(self) -> Phrase:
        """What it is called."""
        return phrase("same: {attribute}", attribute=self.called)

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return 1 for pairs with the same value, 0 for others; unknown where an end has none."""
        return [DyadColumn(self.name, [_by_pair(self.attribute, space, _equal) for space in spaces])]


@dataclass(frozen=True, eq=False)
class DifferenceBetween(_OfAttribute):
    """How far apart the numbers of both ends are."""

    signed: bool = False

    @property
    def name(self) -> Phrase:
        """What it is called."""
        if self.signed:
            return phrase("signed difference: {attribute}", attribute=self.called)
        return phrase("difference: {attribute}", attribute=self.called)

    def columns(self, spaces: Sequence[DyadSpace]) -> list[DyadColumn]:
        """Return |sender - receiver|, or sender - receiver."""
        if self.signed and not all(space.directed or space.two_mode for space in spaces):
            raise InputError(
                "ties without direction have no sender to subtract the receiver from; take the difference without its "
                "sign: sc.predictors.difference({attribute})",
                {"attribute": self.code},
            )
        return [DyadColumn(self.name, [_by_pair(self.attribute, space, self._apart) for space in spaces])]

    def _apart(self, rows: pd.Series[Any], columns: pd.Series[Any]) -> Array:
        for series in (rows, columns):
            if not _is_number(series):
                first = series.dropna().iloc[0] if series.notna().any() else None
                message = marked("a difference needs numbers; for categories take sc.predictors.same({attribute})")
                raise InputError(Problem(message, value=first, values={"attribute": self.code}))
        apart = _floats(rows)[:, None] - _floats(columns)[None, :]
        return apart if self.signed else np.abs(apart)


@checked
def sender(attribute: Any, /, *, base: Any = None) -> Predictor:
    """Do actors of some kind send more ties?

    A number of the sender; of categories, a column for each but the base, which is 1 where the sender is of it.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    base : object, optional
        The category with which the others are compared; without it, the first in the order of the alphabet (of a
        categorical Series, of its categories).

    Returns
    -------
    Predictor

    Raises
    ------
    InputError
        When it is used: if there is no such column, or the ties have no direction (take `ends`).

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> found = sc.mrqap(knoke, "information", [sc.predictors.sender("sector")], draws=99, rng=7)
    >>> found.to_frame().index.tolist()
    ['intercept', 'sender: sector = private', 'sender: sector = public']
    """
    return EndAttribute(attribute, "sender", base)


@checked
def receiver(attribute: Any, /, *, base: Any = None) -> Predictor:
    """Do actors of some kind receive more ties?

    As `sender`, of the other end; in a layer of affiliations, of the group, with an attribute of groups.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    base : object, optional
        The category with which the others are compared; without it, the first.

    Returns
    -------
    Predictor

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> found = sc.mrqap(knoke, "information", [sc.predictors.receiver("rating")], draws=99, rng=7)
    >>> found.to_frame()["estimate"].round(4).tolist()
    [-0.3801, 0.183]
    """
    return EndAttribute(attribute, "receiver", base)


@checked
def ends(attribute: Any, /, *, base: Any = None) -> Predictor:
    """Do actors of some kind have more ties, where ties have no direction?

    The numbers of both ends, added up; of categories, a column for each but the base: how many of the two ends
    (0, 1 or 2) are of it.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.
    base : object, optional
        The category with which the others are compared; without it, the first.

    Returns
    -------
    Predictor

    Examples
    --------
    >>> import socluster as sc
    >>> florentine = sc.load_dataset("florentine")
    >>> found = sc.mrqap(florentine, "marriage", [sc.predictors.ends("wealth")], draws=99, rng=7)
    >>> found.to_frame()["estimate"].round(4).tolist()
    [0.0279, 0.0016]
    """
    return EndAttribute(attribute, "ends", base)


@checked
def same(attribute: Any, /) -> Predictor:
    """Are ties more frequent between actors of the same kind?

    1 where both have the same value, else 0; unknown where either has none.

    Parameters
    ----------
    attribute : str or Series
        A column of the actors, or a Series indexed by actor.

    Returns
    -------
    Predictor

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke")
    >>> round(sc.qap(knoke, "information", sc.predictors.same("sector"), draws=99, rng=7).observed, 4)
    -0.1061
    """
    return SameValue(attribute)


@checked
def difference(attribute: Any, /, *, signed: bool = False) -> Predictor:
    """Are ties more frequent between actors whose numbers are close, or far apart?

    Parameters
    ----------
    attribute : str or Series
        A column of the actors that holds numbers, or a Series indexed by actor.
    signed : bool, default False
        Whether to keep the sign: sender - receiver, instead of its absolute value. Only where ties have a direction.

    Returns
    -------
    Predictor

    Examples
    --------
    >>> import socluster as sc
    >>> florentine = sc.load_dataset("florentine")
    >>> found = sc.mrqap(florentine, "marriage", ["business", sc.predictors.difference("wealth")], draws=99, rng=7)
    >>> found.to_frame()["estimate"].round(4).tolist()
    [0.0116, 0.4292, 0.0027]
    """
    return DifferenceBetween(attribute, signed)


def _ends(
    attribute: Any, space: DyadSpace, wanted: tuple[bool, bool]
) -> tuple[pd.Series[Any] | None, pd.Series[Any] | None]:
    return (
        space.attribute("row", attribute) if wanted[0] else None,
        space.attribute("column", attribute) if wanted[1] else None,
    )


def _by_pair(attribute: Any, space: DyadSpace, combine: Callable[[pd.Series[Any], pd.Series[Any]], Array]) -> Array:
    return combine(space.attribute("row", attribute), space.attribute("column", attribute))


def _equal(rows: pd.Series[Any], columns: pd.Series[Any]) -> Array:
    levels = {level: place for place, level in enumerate(_levels([rows, columns]))}
    codes = [np.array([levels.get(value, np.nan) for value in series], dtype=float) for series in (rows, columns)]
    same_code = (codes[0][:, None] == codes[1][None, :]).astype(float)
    same_code[np.isnan(codes[0]), :] = np.nan
    same_code[:, np.isnan(codes[1])] = np.nan
    return np.asarray(same_code)


def _marked(
    pair: tuple[pd.Series[Any] | None, pd.Series[Any] | None], level: Any
) -> tuple[pd.Series[Any] | None, pd.Series[Any] | None]:
    """Return 1 where a value is this level, 0 where it is another, NaN where there is none."""
    rows, columns = (
        None
        if series is None
        else pd.Series([np.nan if pd.isna(value) else float(value == level) for value in series], series.index)
        for series in pair
    )
    return rows, columns


def _is_number(series: pd.Series[Any]) -> bool:
    return bool(pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series))


def _floats(series: pd.Series[Any]) -> Array:
    return np.asarray(series.to_numpy(dtype=float, na_value=np.nan))


def _levels(read: Sequence[pd.Series[Any]]) -> list[Any]:
    """Return all values that occur: in the order of their categories, else of the alphabet (by code point)."""
    if all(isinstance(series.dtype, pd.CategoricalDtype) for series in read) and read:
        order = list(dict.fromkeys(level for series in read for level in series.cat.categories))
    else:
        order = sorted(
            {value for series in read for value in series.dropna()}, key=lambda value: (str(type(value)), value)
        )
    occurring = {value for series in read for value in series.dropna()}
    return [level for level in order if level in occurring]
