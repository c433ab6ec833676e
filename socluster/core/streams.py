"""Random numbers that belong to a tie rather than to a place in a loop.

Every tie has a stream of its own: the uniform number of a tie in draw d depends on the seed, the tie's layer and ends,
and d, and on nothing else. So a baseline and a scenario that are drawn with one seed agree about every tie that both
hold (common random numbers), whatever the order of the rows and however many workers share the draws.
"""

from __future__ import annotations

import hashlib

import numpy as np

from socluster.core.columns import Array
from socluster.core.parts import Links, Parts

__all__ = ["tie_keys", "uniforms"]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def tie_keys(parts: Parts, links: Links | None = None) -> Array:
    """Return a 64-bit key per tie, made of the names of its layer, ends and wave."""
    links = parts.ties if links is None else links
    labels, names = parts.labels, parts.layer_names
    waves = links.rest["wave"].objects()
    rows = zip(links.layer.tolist(), links.source.tolist(), links.target.tolist(), waves, strict=True)
    digests = []
    for layer, source, target, wave in rows:
        ends = [labels[source], labels[target]]
        if not parts.layers[layer].directed:
            ends.sort()  # the key must not depend on the order in which the actors happen to stand
        text = "\x1f".join([names[layer], *ends, wave or ""])
        digests.append(hashlib.blake2b(text.encode(), digest_size=8).digest())
    return np.frombuffer(b"".join(digests), dtype=np.uint64)


def uniforms(keys: Array, seed: int, draw: int) -> Array:
    """Return one number in [0, 1) per key, for this seed and draw."""
    with np.errstate(over="ignore"):
        start = _mix(np.array([seed], dtype=np.uint64) + _GOLDEN * np.uint64(draw + 1))
        mixed = _mix(keys ^ start)
    numbers: Array = (mixed >> np.uint64(11)) * 2.0**-53
    return numbers


def _mix(values: Array) -> Array:
    """Scramble 64-bit integers (the finaliser of SplitMix64; Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = values ^ (values >> np.uint64(31))
    return mixed
