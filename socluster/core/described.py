"""What a cluster says of itself, in the language that is asked for.

A key of `info` that ends in `_lt` holds the Lithuanian of the key without that ending; `layer.attends.meaning_lt` holds
what a tie of the layer `attends` means. Where there is none, the words of the data stand as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from socluster.core.layers import Layer
from socluster.words import LANGUAGES, Language, translated

__all__ = ["info_in", "info_text", "meaning_in"]


def info_text(info: Mapping[str, str], key: str, language: Language) -> str | None:
    """Return what the cluster says under the key, or None if it says nothing.

    Examples
    --------
    >>> info_text({"title": "Clinics", "title_lt": "Klinikos"}, "title", "lt")
    'Klinikos'
    >>> info_text({"title": "Clinics"}, "title", "lt")
    'Clinics'
    """
    return info.get(f"{key}_{language}") or info.get(key) or None


def info_in(info: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return all that the cluster says, each key once; the meanings of layers stand with the layers.

    Examples
    --------
    >>> info_in({"title": "Clinics", "title_lt": "Klinikos", "note": "Few"}, "lt")
    {'title': 'Klinikos', 'note': 'Few'}
    """
    shown = {}
    for key in info:
        base, _, ending = key.rpartition("_")
        if ending in LANGUAGES and (base in info or base.startswith("layer.")):
            continue
        shown[key] = info_text(info, key, language) or ""
    return shown


def meaning_in(info: Mapping[str, str], layer: Layer, language: Language) -> str | None:
    """Return what a tie of the layer means; what socluster itself wrote, as of a projection, is translated."""
    told = info.get(f"layer.{layer.name}.meaning_{language}")
    return told or (translated(layer.meaning, language) if layer.meaning else None)
