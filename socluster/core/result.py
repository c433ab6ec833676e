"""What every answer can do that is more than a number or a table: a table, sentences, and where it comes from.

A new result is a frozen dataclass that derives from `Result` and writes two methods, `to_frame` and `sentences`; its
text in the terminal and in a notebook is made of these. Its sentences end in what the data say about themselves
(`about_data`): that of its cluster, or what its field `data_notes` keeps of it (`core.data_notes`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socluster.core.checked import checked, checked_methods
from socluster.core.data_notes import data_notes
from socluster.core.notebook import notebook_language
from socluster.core.version import VERSION
from socluster.words import Language, Phrase
from socluster.words.plain import on_page, plain

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MadeOf", "Result"]


@dataclass(frozen=True)
class MadeOf:
    """What an answer was made of, so that somebody else can make it again.

    Parameters
    ----------
    fingerprint : str or None
        Fingerprint of the cluster; None if the answer does not know it, or is not of one cluster.
    seed : int or None
        What the random numbers started from; None if nothing was drawn, or from a generator that was handed in.
    draws : int or None
        Number of draws; None if nothing was drawn.
    version : str
        Version of socluster.
    """

    fingerprint: str | None = None
    seed: int | None = None
    draws: int | None = None
    version: str = VERSION


class Result(ABC):
    """The base of every frozen answer.

    A class that derives from it is a dataclass with ``frozen=True, repr=False``, so that its text is made of its
    sentences. Its fields `cluster` (or `fingerprint`), `seed` and `draws` say what it was made of, and `data_notes`
    what to keep in mind of the data, where that does not follow from `cluster`.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        checked_methods(cls)

    @abstractmethod
    def to_frame(self) -> pd.DataFrame:
        """Return the answer as a table, a copy that is the caller's own."""

    @abstractmethod
    def sentences(self, language: Language = "en") -> list[str]:
        """Return the answer in sentences, which say no more than was computed.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """

    @checked
    def about_data(self, language: Language = "en") -> list[str]:
        """Return what to keep in mind of the data: no ties, silent actors, unknown and uncertain ties.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        notes: Iterable[Phrase] | None = getattr(self, "data_notes", None)
        cluster = getattr(self, "cluster", None)
        if notes is None:
            notes = () if cluster is None else data_notes(cluster)
        return [note.said(language) for note in notes]

    @property
    def made_of(self) -> MadeOf:
        """What the answer was made of: fingerprint of the cluster, seed, draws and version, so far as it is known."""
        cluster = getattr(self, "cluster", None)
        own = getattr(self, "fingerprint", None)
        return MadeOf(
            fingerprint=own if cluster is None else cluster.fingerprint,
            seed=getattr(self, "seed", None),
            draws=getattr(self, "draws", None),
        )

    def __repr__(self) -> str:
        """Return the sentences, one a line."""
        return "\n".join(map(plain, self.sentences()))

    def _repr_html_(self) -> str:
        """Return the sentences as paragraphs, in the language of the notebook; names are data, and are escaped."""
        import html  # few ask, and not while it loads

        sentences = self.sentences(notebook_language())
        return "".join(f"<p>{html.escape(on_page(sentence))}</p>" for sentence in sentences)
