"""The picture of a network as static SVG."""

from itertools import combinations, product
from xml.etree import ElementTree

import pandas as pd
import pytest

import socluster as sc
from socluster.plot.svg.elements import width_of
from socluster.plot.svg.network import network_picture


def boxes(root):
    for each in root.findall(".//{*}text"):
        if each.get("text-anchor"):
            x, y, wide = float(each.get("x")), float(each.get("y")), width_of(each.text)
            left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[each.get("text-anchor")]
            yield left, y - 8, left + wide, y + 2


@pytest.mark.parametrize("name", ["siauliai", "florentine", "knoke", "karate", "norway_project"])
def test_no_name_lies_on_another_or_on_a_mark_and_most_of_the_foremost_have_one(name):
    cluster = sc.load_dataset(name)
    cluster = cluster if cluster.n_ties else cluster.project()
    root = ElementTree.fromstring(network_picture(cluster, None, sc.degree(cluster), "en"))
    for one, other in combinations(boxes(root), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    marks = [[float(each.get(key)) for key in ("cx", "cy", "r")] for each in root.findall(".//{*}g/{*}circle")]
    assert len(marks) == cluster.n_actors
    for (left, top, right, bottom), (x, y, radius) in product(boxes(root), marks):
        away = max(left - x, x - right, top - y, y - bottom)
        assert away > 0.5 * radius
    assert len({each.text for each in root.findall(".//{*}text")}) >= 8


def test_everybody_is_drawn_and_uncertain_ties_are_dashed():
    ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [1.0, 0.4]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties)
    weight = pd.Series(1.0, index=cluster.actors.index)
    root = ElementTree.fromstring(network_picture(cluster, None, weight, "en"))
    assert {each.text for each in root.findall(".//{*}title")} == set("ABCD")
    dashed = [each.get("stroke-dasharray") for each in root.findall(".//{*}path")]
    assert sorted(map(str, dashed)) == ["4 3", "None"]


def test_all_is_within_the_picture():
    cluster = sc.load_dataset("siauliai").project()
    root = ElementTree.fromstring(network_picture(cluster, None, sc.degree(cluster), "en"))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    centres = [(float(each.attrib["cx"]), float(each.attrib["cy"])) for each in root.iter() if "cx" in each.attrib]
    assert centres
    assert all(0 < x < width and 0 < y < height for x, y in centres)
    assert max(x for x, _ in centres) > 0.7 * width
