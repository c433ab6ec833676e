"""No picture cuts its words at an edge, neither in a column of a journal nor over a page."""

import pytest

import socluster as sc
from socluster.plot.saving import for_paper, pixels
from tests.conventions.test_pictures import CHANGED, CLUSTER, GIVEN, PICTURES, SHOWN, TABLE, parameters
from tests.plot.frame import leaving

LONG = [
    "Social-assistance centre of the municipality of the district of Marijampolė",
    "Association of the providers of services in the community, and of those who look after them",
    "Ministry of Social Security and Labour",
]
QUESTION = "Which candidate would, by how much and with which assurance, gain the cluster most, as it is now?"
ABOUT = "Šiauliai region, reform of the care of children · 38 actors · 146 ties · 90% intervals · 1 000 draws"
LABEL = "by how much the assumption moves the gain of the best candidate in global efficiency, in ties"
WIDTHS = (85, 170)


def drawn(name):
    table = TABLE.set_axis(LONG, axis="index").assign(
        step_name=LONG, name=LONG, form=[LONG[0], LONG[0], LONG[1]], condition=[LONG[1], LONG[2], LONG[1]],
        required=LONG, measured=LONG[2], best_low=LONG, best_high=LONG[::-1], unit="of the children in the region",
    )  # fmt: skip
    of_table = {"cells": SHOWN["cells"].set_axis(LONG, axis="index").set_axis(LONG[:2], axis="columns")}
    shown = [p.name for p in parameters(name) if p.kind is not p.KEYWORD_ONLY and p.default is p.empty]
    siauliai = sc.load_dataset("siauliai")
    clusters = {"cluster": siauliai, "before": CLUSTER, "after": CHANGED}
    known = {p.name for p in parameters(name)}
    options = {"title": QUESTION, "subtitle": ABOUT, "caption": ABOUT}
    options |= {each: LABEL for each in known if each.endswith("label")} | GIVEN
    taken = {each: value for each, value in options.items() if each in known}
    return getattr(sc.plot, name)(*[(clusters | of_table).get(each, table) for each in shown], **taken)


@pytest.mark.one_of(3)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PICTURES)
def test_no_word_is_cut_at_an_edge(name, width):
    assert leaving(for_paper(drawn(name), pixels(width), None)) == []
