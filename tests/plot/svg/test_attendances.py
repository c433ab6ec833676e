"""The picture of attendances as static SVG."""

import re
from xml.etree import ElementTree

import pandas as pd

import socluster as sc
from socluster.plot.svg.attendances import attendances


def test_one_line_for_each_attendance_and_a_name_for_everybody():
    region = sc.load_dataset("siauliai")
    root = ElementTree.fromstring(attendances(region, "level", "en"))
    curves = [each for each in root.findall(".//{*}path") if "C" in each.get("d")]
    assert len(curves) == region.n_affiliations
    titles = {each.text for each in root.findall(".//{*}title")}
    assert titles == set(region.actors["name"])
    assert len(list(root.findall(".//{*}rect"))) == region.n_groups


def test_the_order_of_rows_does_not_matter():
    region = sc.load_dataset("siauliai")
    tables = region.to_tables()
    shuffled = sc.Cluster.from_tables(
        tables.actors.sample(frac=1, random_state=1),
        groups=tables.groups.sample(frac=1, random_state=2),
        affiliations=tables.affiliations.sample(frac=1, random_state=3),
    )
    places = [
        sorted(re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', attendances(each, "level", "en")))
        for each in (region, shuffled)
    ]
    assert places[0] == places[1]


def test_hostile_names_stay_text():
    evil = "</text><script>"
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": [evil]}),
        groups=pd.DataFrame({"group": [evil]}),
        affiliations=pd.DataFrame({"actor": [evil], "group": [evil]}),
    )
    root = ElementTree.fromstring(attendances(cluster, None, "lt"))
    assert not list(root.findall(".//{*}script"))


def test_of_very_many_the_rest_of_an_event_is_told_as_a_number():
    actors = pd.DataFrame({"actor": [f"Organisation {at}" for at in range(200)]})
    told = pd.DataFrame({"actor": actors["actor"], "group": "fair"})
    cluster = sc.Cluster.from_tables(actors, groups=pd.DataFrame({"group": ["fair"]}), affiliations=told)
    drawn = attendances(cluster, None, "en")
    assert "and 80 more" in drawn
    assert "ir dar 80" in attendances(cluster, None, "lt")
    titles = {each.text for each in ElementTree.fromstring(drawn).findall(".//{*}title")}
    assert {name for title in titles for name in title.split(", ")} == set(actors["actor"])  # everybody is named
    assert "200 actors" in drawn


def test_names_that_begin_alike_are_told_apart_by_their_ends():
    region = sc.load_dataset("siauliai")
    for language in ("en", "lt"):
        root = ElementTree.fromstring(attendances(region, "level", language))
        margins = [each.text for each in root.findall(".//{*}text") if each.get("text-anchor") in ("start", "end")]
        shown = [each for each in margins if "…" in each]
        assert shown
        assert len(set(margins)) == len(margins)
        assert not any(each.endswith("…") for each in shown)


def test_the_name_of_an_event_lies_on_no_line_of_its_part():
    root = ElementTree.fromstring(attendances(sc.load_dataset("siauliai"), "level", "lt"))
    lines = [
        float(each.get("d").split(" ")[1].split("H")[0]) for each in root.findall(".//{*}path") if "H" in each.get("d")
    ]
    tops = [float(each.get("y")) - 9 for each in root.findall(".//{*}text") if each.get("font-style") == "italic"]
    assert len(lines) == 2
    assert not [(line, top) for line in lines for top in tops if top < line < top + 12]
