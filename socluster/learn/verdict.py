"""The verdict on an answer: true if it is right, and a sentence that says what is off."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

__all__ = ["Verdict"]

_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&$])")


@dataclass(frozen=True, repr=False)
class Verdict:
    """What is to be said about an answer.

    Parameters
    ----------
    key : str
        Which exercise.
    right : bool
        Whether the answer is right; the truth of the verdict.
    sentence : str
        What is off, never with the right answer.
    answered : bool, default True
        Whether there is an answer yet.

    Examples
    --------
    >>> verdict = Verdict("02.1", False, "Right but for the sign.")
    >>> bool(verdict), verdict
    (False, ✗ 02.1: Right but for the sign.)
    """

    key: str
    right: bool
    sentence: str
    answered: bool = True

    def __bool__(self) -> bool:
        """Whether the answer is right."""
        return self.right

    def __repr__(self) -> str:
        return f"{self._mark} {self.key}: {self.sentence}"

    def _repr_html_(self) -> str:
        return f"<p>{self._mark} <strong>{html.escape(self.key)}</strong>: {html.escape(self.sentence)}</p>"

    def _repr_markdown_(self) -> str:
        key, sentence = (_MARKDOWN_SIGNS.sub(r"\\\1", text) for text in (self.key, self.sentence))
        return f"{self._mark} **{key}**: {sentence}"

    @property
    def _mark(self) -> str:
        if not self.answered:
            return "○"
        return "✓" if self.right else "✗"
