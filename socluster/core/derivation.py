"""What a derived tie says of itself: from which rows it follows, and on what ground these stand.

A tie that a verb made (a projection, a symmetrised layer, layers laid together, a merger) is not what any source says.
Its evidence is `derived`, unless what it follows from is less firm (assumed, simulated), and its `ref` names the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from socluster.core.schema import EVIDENCE
from socluster.words import Language, marked, say, value_name

__all__ = [
    "DERIVED",
    "derived_evidence",
    "from_affiliations",
    "from_links",
    "grounds",
    "is_projected",
    "projected_from",
    "told_ref",
    "weakest",
]

DERIVED = "derived"
_FROM_TIES = "derived from ties: "
_GROUND = re.compile(rf"\(({'|'.join(EVIDENCE)})\)")
_PROJECTED = re.compile(r"derived from (?!ties: )")
_PROJECTION = re.compile(rf"derived from (?!ties: |affiliations: )(?P<layers>.+) \((?:{'|'.join(EVIDENCE)})\)")
_ROW = re.compile(rf"(?P<layers>[^()]+?) \((?P<evidence>{'|'.join(EVIDENCE)})\)")
_BEGINNINGS = {
    _FROM_TIES: marked("derived from ties: {rows}"),
    "derived from affiliations: ": marked("derived from affiliations: {rows}"),
    "derived from ": marked("derived from {rows}"),
}


def weakest(words: Iterable[str]) -> str:
    """Return the least firm of several kinds of evidence.

    Examples
    --------
    >>> weakest(["documented", "assumed", "reported"])
    'assumed'
    """
    return EVIDENCE[max(EVIDENCE.index(word) for word in words)]


def derived_evidence(ground: str) -> str:
    """Return the evidence of a tie that follows from rows of this ground: never firmer than derived.

    Examples
    --------
    >>> derived_evidence("documented"), derived_evidence("assumed")
    ('derived', 'assumed')
    """
    return weakest([DERIVED, ground])


def from_affiliations(layers: Iterable[str], ground: str) -> str:
    """Return what a tie of a projection refers to.

    Examples
    --------
    >>> from_affiliations(["attends"], "documented")
    'derived from attends (documented)'
    """
    return f"{DERIVED} from {', '.join(layers)} ({ground})"


def from_links(rows: pd.DataFrame, what: str = "ties") -> str:
    """Return what a link refers to that was made of these rows (layer, evidence, ref) of ties, or of affiliations.

    Examples
    --------
    >>> rows = [("contract", "documented", "p. 7"), ("money", "reported", None)]
    >>> from_links(pd.DataFrame(rows, columns=["layer", "evidence", "ref"]))
    'derived from ties: contract (documented), money (reported); p. 7'
    """
    pairs = dict.fromkeys(zip(rows["layer"], rows["evidence"], strict=True))
    made_of = ", ".join(f"{layer} ({evidence})" for layer, evidence in pairs)
    return "; ".join([f"{DERIVED} from {what}: {made_of}", *dict.fromkeys(rows["ref"].dropna())])


def is_projected(evidence: str, ref: str | None) -> bool:
    """Whether a tie follows from something else than ties, as far as it says: then nobody observed it.

    Examples
    --------
    >>> is_projected("derived", "derived from attends (documented)"), is_projected("reported", "derived from memory")
    (True, False)
    >>> is_projected("derived", "derived from ties: contact (reported)"), is_projected("derived", None)
    (False, True)
    """
    if evidence != DERIVED:
        return False
    return ref is None or _FROM_TIES not in ref or _PROJECTED.search(ref) is not None


def projected_from(ref: str | None) -> set[str]:
    """Return the layers of affiliations that a tie was projected from, as far as it says.

    Examples
    --------
    >>> sorted(projected_from("derived from attends, member (documented)"))
    ['attends', 'member']
    >>> projected_from("derived from ties: contact (reported)"), projected_from(None)
    (set(), set())
    """
    found = [_PROJECTION.fullmatch(each) for each in (ref or "").split("; ")]
    return {layer for each in found if each is not None for layer in each["layers"].split(", ")}


def grounds(evidence: str, ref: str | None) -> set[str]:
    """Return the kinds of evidence that a tie rests on in the end.

    Examples
    --------
    >>> sorted(grounds("derived", "derived from ties: contract (documented), contact (reported)"))
    ['documented', 'reported']
    >>> grounds("documented", "p. 7"), grounds("derived", None)
    ({'documented'}, {'reported'})
    """
    if evidence != DERIVED:
        return {evidence}
    return set(_GROUND.findall(ref or "")) - {DERIVED} or {"reported"}


def told_ref(ref: str, language: Language = "en") -> str:
    """Return what a link refers to, with the words of ours in the language.

    Examples
    --------
    >>> told_ref("derived from attends (documented)", "lt"), told_ref("annual report, p. 7", "lt")
    ('išvesta iš: dalyvauja (dokumentuota)', 'annual report, p. 7')
    """
    return "; ".join(_told(each, language) for each in ref.split("; "))


def _told(ref: str, language: Language) -> str:
    for beginning, message in _BEGINNINGS.items():
        if ref.startswith(beginning):
            rows = _ROW.sub(lambda row: _told_row(row, language), ref.removeprefix(beginning))
            return say(message, language, rows=rows)
    return ref


def _told_row(row: re.Match[str], language: Language) -> str:
    layers = ", ".join(value_name("layer", layer, language) for layer in row["layers"].split(", "))
    return f"{layers} ({value_name('evidence', row['evidence'], language)})"
