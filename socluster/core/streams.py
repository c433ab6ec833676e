"""Random numbers that belong to a tie rather than to a place in a loop.

Every tie has a stream of its own: the uniform number of a tie in draw d depends on the seed, the tie's layer and ends,
and d, and on nothing else. So a baseline and a scenario that are drawn with one seed agree about every tie that both
hold (common random numbers), whatever the order of the rows and however many workers share the draws.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.random import Generator, Philox

from socluster.core.columns import Array
from socluster.core.parts import Links, Parts

__all__ = ["key_of", "stream", "tie_keys", "uniforms", "uniforms_of_draws"]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def tie_keys(parts: Parts, links: Links | None = None) -> Array:
    """Return a 64-bit key per tie, made of the names of its layer, ends and wave."""
    links = parts.ties if links is None else links
    labels, names = parts.labels, parts.layer_names
    directed = [layer.directed for layer in parts.layers]
    waves = links.rest["wave"].objects()
    digests = []
    rows = zip(links.layer.tolist(), links.source.tolist(), links.target.tolist(), waves, strict=True)
    for layer, near, far, wave in rows:
        one, two = labels[near], labels[far]
        if one > two and not directed[layer]:
            one, two = two, one  # the key must not depend on the order of the actors
        text = f"{names[layer]}\x1f{one}\x1f{two}\x1f{wave or ''}"
        digests.append(blake2b(text.encode(), digest_size=8).digest())
    return np.frombuffer(b"".join(digests), dtype=np.uint64)


def key_of(text: str) -> int:
    """Return a 64-bit key of a text."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def stream(key: int, seed: int, draw: int) -> Generator:
    """Return random numbers that belong to a key (of a model, say), for this seed and draw.

    The generator counts (Philox; Salmon et al. 2011, doi:10.1145/2063384.2063405): seed and key choose the sequence,
    the draw a part of it that no other draw reaches.
    """
    return Generator(Philox(key=np.array([seed, key], dtype=np.uint64), counter=[0, 0, 0, draw]))


def uniforms(keys: Array, seed: int, draw: int) -> Array:
    """Return one number in [0, 1) per key, for this seed and draw."""
    numbers: Array = uniforms_of_draws(keys, seed, draw, draw + 1)[0]
    return numbers


def uniforms_of_draws(keys: Array, seed: int, first: int, last: int) -> Array:
    """Return the numbers of several draws, first..last-1: array of shape (draws, keys)."""
    draws = np.arange(first + 1, last + 1, dtype=np.uint64)
    starts = _mix(np.array([seed], dtype=np.uint64) + _GOLDEN * draws)  # what exceeds 64 bits is dropped, as is meant
    numbers: Array = (_mix(keys ^ starts[:, None]) >> np.uint64(11)) * 2.0**-53
    return numbers


def _mix(values: Array) -> Array:
    """Scramble 64-bit integers (the finaliser of SplitMix64; Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = values ^ (values >> np.uint64(31))
    return mixed
