"""What sources say, and what is assumed: every row has a range, a mark and a source."""

import socluster as sc
from socluster.development.chains.queues.assumed import used_assumptions


def test_every_row_is_marked():
    table = sc.queues.assumptions()
    assert set(table["mark"]) == {"assumed", "derived", "found"}
    assert (table["low"] <= table["default"]).all()
    assert (table["default"] <= table["high"]).all()
    assert table["source"].str.len().min() > 5


def test_ranges_are_told_in_the_unit_of_the_answer():
    used = used_assumptions({"patience": 1.0}, "month")
    assert used.loc["patience", ["low", "high"]].tolist() == [3.5, 24]
    assert used.index.tolist() == ["patience"]
