"""What sources say, and what is assumed: every row has a range, a mark and a source."""

import socluster as sc
from socluster.development.chains.queues.assumed import setting_name, used_assumptions


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


def test_what_is_varied_has_a_name():
    assert setting_name("service_rate", "en") == "service rate"
    assert (setting_name("patience_rate", "lt"), setting_name("patience", "lt")) == ("pasitraukimo dažnis", "kantrybė")
