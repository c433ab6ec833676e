"""What a link may state, and what it has if nothing is stated."""

import numpy as np
import pytest

from socluster.core.columns import Column, Table
from socluster.core.layers import Layer
from socluster.core.link_rules import BrokenRules, broken_rules, states_none, with_defaults

LAYERS = (Layer("plain"), Layer("frey", scale="frey"), Layer("often", scale="frequency"))
PLAIN, FREY, OFTEN = range(3)

# layer, weight, confidence, evidence -> the rules that such a row breaks
ROWS = [
    (PLAIN, 1.0, 1.0, "documented", set()),
    (PLAIN, 2.5, 0.0, "Assumed", set()),
    (PLAIN, 0.0, None, None, {"not_positive"}),
    (PLAIN, -1.0, None, "reported", {"not_positive"}),
    (PLAIN, None, None, "confirmed", {"no_weight"}),
    (FREY, 5.0, 0.5, "SIMULATED", set()),
    (FREY, 0.0, None, None, set()),
    (FREY, 2.5, None, None, {"off_ladder"}),
    (FREY, 6.0, None, None, {"off_ladder"}),
    (FREY, None, None, None, {"no_weight"}),
    (OFTEN, 0.0, None, None, {"off_ladder"}),
    (PLAIN, 1.0, 1.5, None, {"no_share"}),
    (PLAIN, 1.0, -0.1, None, {"no_share"}),
    (PLAIN, 1.0, 1.0, "rumoured", {"no_evidence"}),
    (PLAIN, 1.0, None, "assumed", {"not_sure"}),
    (PLAIN, 1.0, None, "Simulated", {"not_sure"}),
    (FREY, 2.5, 2.0, "rumoured", {"off_ladder", "no_share", "no_evidence"}),
]


def table(rows):
    kinds = {"weight": "number", "confidence": "number", "evidence": "text"}
    cells = zip(*(row[1:4] for row in rows), strict=True) if rows else [[], [], []]
    columns = {name: Column.of_objects(kinds[name], list(each)) for name, each in zip(kinds, cells, strict=True)}
    return Table(columns, len(rows)), np.array([row[0] for row in rows], dtype=np.int32)


def test_every_row_breaks_the_rules_that_it_breaks():
    broken = broken_rules(*table(ROWS), LAYERS)
    found = [{rule for rule, mask in vars(broken).items() if mask[row]} for row in range(len(ROWS))]
    assert found == [row[4] for row in ROWS]
    assert set(vars(broken)) == set().union(*found)  # every rule is broken by some row of this test


@pytest.mark.parametrize("row", ROWS, ids=range(len(ROWS)))
def test_any_says_whether_a_rule_is_broken(row):
    assert broken_rules(*table([row]), LAYERS).any() is bool(row[4])


def test_no_links_break_no_rule():
    assert not broken_rules(*table([]), ()).any()
    assert states_none(*table([]), ()).tolist() == []


def test_one_mask_is_enough():
    clean = dict.fromkeys(BrokenRules.__dataclass_fields__, np.zeros(2, dtype=bool))
    assert not BrokenRules(**clean).any()
    for rule in clean:
        assert BrokenRules(**{**clean, rule: np.array([False, True])}).any()


def test_only_an_answer_of_zero_on_a_ladder_with_a_zero_states_that_there_is_no_tie():
    found = states_none(*table(ROWS), LAYERS)
    assert np.flatnonzero(found).tolist() == [ROWS.index((FREY, 0.0, None, None, set()))]


def test_what_is_not_stated_is_sure_and_reported():
    rest, _ = table([(PLAIN, 3.0, None, None, set()), (PLAIN, 1.0, 0.25, "Assumed", set())])
    filled = with_defaults(rest)
    assert filled["weight"].objects() == [3.0, 1.0]
    assert filled["confidence"].objects() == [1.0, 0.25]
    assert filled["evidence"].objects() == ["reported", "assumed"]
    assert filled["evidence"].labels == ("assumed", "reported")
