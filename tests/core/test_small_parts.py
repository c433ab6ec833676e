import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from socluster.core.arguments import choice, fraction, generator, positive_integer
from socluster.core.cluster import Cluster
from socluster.core.columns import Column, text_column
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.scales import EMON, FREY, SCALES, scale_named
from socluster.core.schema import canonical_columns
from socluster.core.streams import tie_keys, uniforms


def test_column_kinds_keep_their_gaps():
    assert text_column(["b", None, "a", "b"]).objects() == ["b", None, "a", "b"]
    assert text_column(["b", None, "a", "b"]).labels == ("a", "b")
    assert Column("integer", np.array([1, 0]), gaps=np.array([False, True])).objects() == [1, None]
    assert Column("flag", np.array([1, -1, 0])).objects() == [True, None, False]
    assert Column("number", np.array([0.5, np.nan])).objects() == [0.5, None]


def test_taking_rows_drops_unused_labels():
    taken = text_column(["b", "c", "a"]).take(np.array([0, 2]))
    assert taken.labels == ("a", "b")
    assert taken.content() == text_column(["b", "a"]).content()


def test_content_sees_negative_zero_and_nan_as_values():
    assert Column("number", np.array([-0.0])).content() == Column("number", np.array([0.0])).content()
    assert Column("number", np.array([np.nan])).content() == Column("number", np.array([-np.nan])).content()
    assert Column("number", np.array([1.0])).content() != Column("integer", np.array([1])).content()


@pytest.mark.parametrize(
    ("table", "written", "ours"),
    [
        ("ties", ["ego", "alter"], ["source", "target"]),
        ("ties", ["node1", "node2", "strength"], ["source", "target", "weight"]),
        ("ties", ["Source", "TARGET", "Weight"], ["source", "target", "weight"]),
        ("actors", ["veikėjas", "sektorius", "savivaldybė"], ["actor", "sector", "place"]),
        ("actors", ["actor", "id"], ["actor", "id"]),
        ("actors", ["id", "label", "title"], ["actor", "name", "title"]),
        ("affiliations", ["organisation", "event"], ["actor", "group"]),
    ],
)
def test_synonyms(table, written, ours):
    assert list(canonical_columns(table, written).values()) == ours


def test_ladders():
    assert FREY.strength(["Collaboration", 1, "3"]) == [5.0, 1.0, 3.0]
    assert FREY.has_zero
    assert EMON.reversed
    assert EMON.strength([1, 2, 3, 4]) == [4.0, 3.0, 2.0, 1.0]
    assert not SCALES["frequency"].has_zero
    with pytest.raises(InputError) as caught:
        FREY.strength([1, 9, "colaboration"])
    assert [problem.row for problem in caught.value.problems] == [1, 2]
    assert caught.value.problems[1].nearest == "collaboration"
    with pytest.raises(InputError, match="did you mean 'luke'"):
        scale_named("lukke")


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


def test_arguments():
    assert generator(3).integers(9) == np.random.default_rng(3).integers(9)
    for wrong in (None, -1, True, "x", 1.5):
        with pytest.raises(InputError, match="seed"):
            generator(wrong)
    with pytest.raises(InputError, match="did you mean 'any'"):
        choice("rule", "anyy", ["any", "all"])
    for wrong in (0, True, 1.5, "3"):
        with pytest.raises(InputError, match="whole number"):
            positive_integer("draws", wrong)


def test_a_fraction_lies_between_0_and_1_and_is_neither():
    assert fraction("interval", 0.9) == 0.9
    assert fraction("interval", np.float64(0.5)) == 0.5
    for wrong in (0, 1, 0.0, 1.0, -0.1, 90, True, "0.9", None, float("nan")):
        with pytest.raises(InputError, match="interval must lie between 0 and 1"):
            fraction("interval", wrong)


def test_nearest_ignores_case_and_gives_up_on_the_unlike():
    assert nearest("KELME", ["Kelmė", "Joniškis"]) == "Kelmė"
    assert nearest("zzz", ["Kelmė"]) is None


def test_a_problem_reads_as_a_sentence():
    problem = Problem("is wrong", "ties", 3, "weight", "x" * 100, "1", "a.csv")
    assert str(problem).startswith("a.csv, ties, row 3, column 'weight': is wrong (here: 'xxx")
    assert str(problem).endswith("; did you mean '1'?")
