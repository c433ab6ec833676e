"""How it hangs together."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.sections.cohesion import _big, cohesion


@pytest.mark.parametrize(
    ("ties", "big", "finding"),
    [
        ("AB BC", "3 of 3", "All are connected: from each there is a chain of ties to every other."),
        ("AB CD", "2 + 2", "The network falls into 2 parts; between 67% of all pairs there is no chain of ties."),
    ],
)
def test_the_finding_counts_the_parts(facts, ties, big, finding):
    part = cohesion(facts(ties))
    assert part.finding == finding
    assert part.short == (big, finding)


def test_those_without_ties_are_not_called_parts(facts):
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("ABCDE")}), pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]})
    )
    part = cohesion(facts(cluster))
    assert part.short == ("3 of 5", "2 have no tie (D and E); the other 3 hang together, directly or over others.")
    parts = {"source": ["A", "B", "D"], "target": ["B", "C", "E"]}
    many = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCDEFGHIJKLM")}), pd.DataFrame(parts))
    assert cohesion(facts(many)).finding.endswith("Without a tie: F, G, H, I, J and 3 more.")
    assert cohesion(facts(many, language="lt")).finding.endswith("Be ryšių: F, G, H, I, J ir dar 3.")


def test_the_numbers_are_those_of_the_measures(facts):
    given = facts(sc.load_dataset("florentine"))
    (table,) = (block for block in cohesion(given).blocks if block.kind == "table")
    shown = {row[0].text: row[1].text for row in table.rows}
    assert shown["ties"] == str(given.network.n_ties)
    assert shown["steps at most"] == f"{sc.diameter(given.network):.0f}"
    assert shown["steps between two who reach each other, on average"] == f"{sc.average_path_length(given.network):.2f}"


def test_nobody_and_no_ties(facts):
    empty = sc.Cluster.from_tables(pd.DataFrame({"actor": []}))
    alone = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}))
    assert cohesion(facts(empty)) is None
    assert cohesion(facts(alone)).finding == "No tie between two of them is known."
    assert cohesion(facts(alone)).blocks == []


@pytest.mark.parametrize("ties", [["AB", "CB"], ["AB", "CD"]])
def test_where_ties_have_a_direction_no_chain_from_each_to_every_other_is_claimed(facts, ties):
    pairs = pd.DataFrame([tuple(pair) for pair in ties], columns=["source", "target"])
    finding = cohesion(facts(sc.as_cluster(pairs, directed=True))).finding
    assert "from each there is a chain" not in finding
    assert "direction" in finding


@pytest.mark.parametrize(
    ("sure", "said"),
    [
        ("AB BC CD", "All are connected: from each there is a chain"),
        ("AB BC AC CD", "All are connected: from each there is a chain"),
        ("AB BC", "All are connected only if every uncertain tie is counted as if it existed; without these ties the "
                  "network falls into 2 parts."),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:measured as if")  # the report says it itself
def test_a_chain_that_needs_uncertain_ties_is_no_certain_one(facts, sure, said):
    pairs = {**dict.fromkeys(("AB", "BC", "CD", "AC"), 0.4), **dict.fromkeys(sure.split(), 1.0)}
    ties = pd.DataFrame([(*pair, confidence) for pair, confidence in pairs.items()],
                        columns=["source", "target", "confidence"])  # fmt: skip
    part = cohesion(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties)))
    assert part.finding.startswith(said)
    assert part.short[1] == part.finding


@pytest.mark.filterwarnings("ignore:measured as if")  # the report says it itself
def test_uncertain_ties_are_named_where_the_network_is_in_parts_as_well(facts):
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [1.0, 0.4]})
    part = cohesion(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties)))
    assert part.finding.endswith("as if it existed; without these ties there are 3 parts.")


@pytest.mark.parametrize(("sizes", "said"), [([5, 4, 3], "5 + 4 + 3"), ([5, 4, 3, 2], "5 + 4 + 3 …")])
def test_more_than_three_parts_are_counted_in_part(sizes, said):
    assert _big(sizes, "en") == said
