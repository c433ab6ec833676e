"""Random numbers that belong to a tie."""

import itertools
import subprocess
import sys

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.streams import key_of, stream, tie_keys, uniforms, uniforms_of_draws


def test_streams_belong_to_ties_not_to_rows():
    actors = pd.DataFrame({"actor": list("abcd")})
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    one = Cluster.from_tables(actors, ties)
    other = Cluster.from_tables(actors[::-1], pd.concat([ties, pd.DataFrame({"source": ["a"], "target": ["d"]})]))
    drawn = []
    for cluster in (one, other):
        rows = cluster.ties
        pairs = [tuple(sorted(pair)) for pair in zip(rows["source"], rows["target"], strict=True)]
        drawn.append(dict(zip(pairs, uniforms(tie_keys(cluster.parts), 7, 3), strict=True)))
    assert drawn[0].items() <= drawn[1].items()


def test_streams_are_uniform_and_differ_between_draws_and_seeds():
    keys = np.arange(20_000, dtype=np.uint64)
    first = uniforms(keys, 1, 0)
    assert first.min() >= 0
    assert first.max() < 1
    for other in (uniforms(keys, 1, 1), uniforms(keys, 2, 0)):
        assert abs(np.corrcoef(first, other)[0, 1]) < 0.03
    counts = np.histogram(first, bins=20, range=(0, 1))[0]
    assert ((counts - 1000) ** 2 / 1000).sum() < 43.8  # chi-squared, 19 degrees of freedom, p = .001


def test_streams_do_not_depend_on_the_process():
    code = "import numpy as np, socluster.core.streams as s; print(s.uniforms(np.array([5], np.uint64), 3, 1)[0])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert float(said) == uniforms(np.array([5], dtype=np.uint64), 3, 1)[0]


def splitmix64(seed):
    """The generator of Steele, Lea & Flood (2014), one number at a time and in Python's own integers."""
    word = 2**64
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) % word
        mixed = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 % word
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB % word
        yield mixed ^ mixed >> 31


def test_the_numbers_are_those_of_splitmix64():
    numbers = list(itertools.islice(splitmix64(1234567), 5))
    published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431]
    assert numbers == [*published, 16408922859458223821]  # the values that implementations of it are checked with
    keys = [0, 5, 2**64 - 1]
    found = uniforms_of_draws(np.array(keys, dtype=np.uint64), 1234567, 0, 5)
    for draw, start in enumerate(numbers):
        for place, key in enumerate(keys):
            state = ((key ^ start) - 0x9E3779B97F4A7C15) % 2**64  # the generator adds it before it mixes
            assert found[draw, place] == (next(splitmix64(state)) >> 11) / 2**53


def test_draws_are_the_same_one_by_one_and_together():
    keys = np.array([3, 1, 2**63], dtype=np.uint64)
    together = uniforms_of_draws(keys, 11, 4, 9)
    assert together.tolist() == [uniforms(keys, 11, draw).tolist() for draw in range(4, 9)]


def test_a_key_tells_layer_direction_and_wave():
    actors = pd.DataFrame({"actor": ["a", "b"]})
    rows = [("a", "b", "arcs", None), ("b", "a", "arcs", None), ("a", "b", "lines", None), ("a", "b", "lines", "2")]
    ties = pd.DataFrame(rows, columns=["source", "target", "layer", "wave"])
    cluster = Cluster.from_tables(actors, ties, layers={"arcs": {"directed": True}})
    assert len(set(tie_keys(cluster.parts).tolist())) == 4
    turned = Cluster.from_tables(
        actors, ties.rename(columns={"source": "target", "target": "source"}), layers={"arcs": {"directed": True}}
    )
    # Both arcs are there in either case, and a line has no direction: the ties are the same, and so are their keys.
    assert sorted(tie_keys(turned.parts).tolist()) == sorted(tie_keys(cluster.parts).tolist())


def test_a_stream_belongs_to_its_key_seed_and_draw():
    numbers = stream(key_of("model"), 1, 0).random(8).tolist()
    assert stream(key_of("model"), 1, 0).random(8).tolist() == numbers
    for other in (stream(key_of("modem"), 1, 0), stream(key_of("model"), 2, 0), stream(key_of("model"), 1, 1)):
        assert not set(other.random(8).tolist()) & set(numbers)
