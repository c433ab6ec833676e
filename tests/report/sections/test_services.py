"""Services and needs."""

import pandas as pd

import socluster as sc
from socluster.report.facts import Facts
from socluster.report.sections.services import services


def cluster():
    groups = {"group": ["help", "day"], "kind": "service", "service": ["help", "day"], "place": ["Kelmė", "Venta"]}
    provides = {"actor": ["A", "B"], "group": ["help", "day"], "layer": "provides", "weight": [20.0, 5.0]}
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}), groups=pd.DataFrame(groups), affiliations=pd.DataFrame(provides)
    )


def test_what_is_met_is_what_the_measure_says():
    needs = {("Kelmė", "help"): 50, ("Venta", "day"): 4}
    part = services(Facts(cluster(), (), (), "en", needs))
    found = sc.coverage(cluster(), needs=needs)
    assert part.short[0] == f"{found.share:.0%}"
    table = part.blocks[0]
    assert [cell.text for cell in table.rows[0]] == ["Kelmė", "help", "anyone", "50", "20", "30", "40%"]


def test_without_needs_there_is_no_section():
    assert services(Facts(cluster(), (), (), "en")) is None


def test_needs_in_several_units_are_told_one_by_one():
    needs = pd.DataFrame({"place": ["Kelmė", "Venta"], "service": ["help", "day"], "amount": [50, 4]})
    part = services(Facts(cluster(), (), (), "en", needs.assign(unit=["people", "places"])))
    assert "People: 20 of 50" in part.finding
    assert "Places: 4 of 4" in part.finding
    number, said = part.short  # so the summary tells of needs, too
    assert number == "1 of 2"
    assert said == "Needs met in full: 1 of 2."
    assert " ".join(part.more) == part.finding
    assert len(part.blocks[0].rows) == 2


def test_data_without_services_do_not_keep_the_report_from_being_made():
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}))
    for language, said in (("en", "name no services"), ("lt", "paslaugų nenurodyta")):
        part = services(Facts(town, (), (), language, {("Kelmė", "help"): 50}))
        assert said in part.finding
        assert part.short == ("–", part.finding)
