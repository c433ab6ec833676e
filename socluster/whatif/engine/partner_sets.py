"""Sets of partners, one per draw: whom a newcomer is tied to, and how strongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array

__all__ = ["PartnerSets", "chained", "distinct", "partner_sets", "side_by_side"]

_FIELDS = ("counts", "partners", "strengths")
_WORD = np.dtype(">u8")  # of which the first bit counts most, as in the order of rows byte by byte


@dataclass(frozen=True, eq=False)
class PartnerSets:
    """Sets of partners, one after the other.

    Parameters
    ----------
    counts : ndarray of int
        Number of partners in each set.
    partners : ndarray of int64
        The partners, each once per set.
    strengths : ndarray of float64
        Strength of the tie with each of them.
    """

    counts: Array
    partners: Array
    strengths: Array

    def __len__(self) -> int:
        """Return the number of sets."""
        return len(self.counts)

    @property
    def starts(self) -> Array:
        """Where the partners of each set begin, and where the last one ends."""
        return np.concatenate([[0], np.cumsum(self.counts)])


def partner_sets(present: Array, partners: Array, weights: Array) -> PartnerSets:
    """Return the set of partners in each draw.

    Parameters
    ----------
    present : ndarray of bool of shape (draws, ties)
        Which ties are there.
    partners : ndarray of int64 of shape (ties,)
        With whom; several ties with one partner (in several layers) add up.
    weights : ndarray of float of shape (ties,)
        Strength of the ties.
    """
    who, code = np.unique(partners, return_inverse=True)
    if len(who) < len(partners):
        together = np.zeros((len(partners), len(who)))
        together[np.arange(len(partners)), code] = weights
        strengths = present @ together
    else:
        strengths = np.zeros(present.shape)
        strengths[:, code] = present * weights
    is_there = strengths > 0
    draws, places = np.nonzero(is_there)
    return PartnerSets(is_there.sum(axis=1), who[places], strengths[draws, places])


def distinct(present: Array) -> tuple[Array, Array]:
    """Return the rows of an array of bool that differ, and which of these each row is."""
    bits = np.packbits(present, axis=1)
    if not bits.shape[1]:
        return present[:1], np.zeros(len(present), dtype=np.int64)
    if bits.shape[1] <= _WORD.itemsize:  # one number a row, which sorts much faster than several side by side
        whole = np.zeros((len(bits), _WORD.itemsize), dtype=np.uint8)
        whole[:, : bits.shape[1]] = bits
        rows = whole.view(_WORD).ravel().astype(np.uint64)
    else:
        rows = np.ascontiguousarray(bits).view([("", np.uint8)] * bits.shape[1]).ravel()
    _, first, which = np.unique(rows, return_index=True, return_inverse=True)
    return present[first], which


def chained(several: Iterable[PartnerSets]) -> PartnerSets:
    """Return all sets of the first, then all of the second, and so on."""
    parts = list(several)
    return PartnerSets(*(np.concatenate([getattr(each, name) for each in parts]) for name in _FIELDS))


def side_by_side(several: Iterable[PartnerSets]) -> Iterator[PartnerSets]:
    """Yield the first sets of all of them, then the second sets, and so on."""
    parts = list(several)
    counts = np.array([each.counts for each in parts])
    draw = np.concatenate([np.repeat(np.arange(len(each)), each.counts) for each in parts])
    order = np.argsort(draw, kind="stable")
    whole = chained(parts)
    partners, strengths = whole.partners[order], whole.strengths[order]
    begin = 0
    for own in counts.T:
        end = begin + int(own.sum())
        yield PartnerSets(own, partners[begin:end], strengths[begin:end])
        begin = end
