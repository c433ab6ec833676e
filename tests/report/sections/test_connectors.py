"""Who connects."""

import pandas as pd
import pytest

import socluster as sc
from socluster.report.sections.connectors import connectors


@pytest.mark.parametrize(
    ("ties", "finding"),
    [
        ("AB BC", "B stands between others most: on 100% of their shortest paths."),
        ("AB BC CD", "B and C stand between others equally much, and most: each on 67% of their shortest paths."),
        ("AB BC CA", "Nobody stands on a shortest path between two others."),
    ],
)
def test_equals_are_named_together_and_nobody_where_there_is_nobody(facts, ties, finding):
    assert connectors(facts(ties)).finding == finding


def test_the_table_shows_the_numbers_of_the_measures(facts):
    given = facts(sc.load_dataset("florentine"))
    (table,) = connectors(given).blocks
    first = table.rows[0]
    assert first[0].text == "Medici"
    assert first[1].text == f"{sc.degree(given.network, normalized=False)['Medici']:.0f}"
    assert first[2].text == f"{sc.betweenness(given.network)['Medici']:.1%}"
    assert first[3].text == f"{sc.constraint(given.network)['Medici']:.2f}"


def test_without_ties_there_is_nothing_to_say(facts):
    assert connectors(facts(sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]})))) is None
