"""What every picture that an answer draws promises: of which cluster it is, and that its words lie on nothing."""

import html
import inspect
import re
import warnings
from functools import cache

import pytest

from socluster.core.errors import SoclusterWarning
from socluster.plot.saving import for_paper, pixels
from tests.conventions.test_results import MADE, all_results
from tests.examples import FULL
from tests.plot.boxes import faults

LANGUAGES = ("en", "lt")
ON_PAPER = [(85, "lt"), (85, "en"), (170, "lt"), (170, "en")]
OFFERS = {"ServiceCoverage", "ServiceMatrix", "ServiceOverlap"}  # of places and services, which their titles name


def ways_of(answer):
    return [name for name, each in vars(answer).items() if name.startswith("plot") and inspect.isfunction(each)]


DRAWN = [(name, way) for name, answer in sorted(all_results().items()) for way in ways_of(answer) if name in MADE]


@cache
def answered(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return MADE[name]()


@cache
def picture(name, way, language):
    return getattr(answered(name), way)(language=language)


def name_of_cluster(answer):
    """Return the name of the cluster that an answer is about, from the cluster that it keeps or by itself."""
    parts = ("cluster", "before", "model.network.cluster", "outcome.cluster")
    for path in parts:
        found = answer
        for step in path.split("."):
            found = getattr(found, step, None)
        if found is not None:
            return found.name
    return getattr(answer, "cluster_name", None)


def head(figure):
    title = figure.layout.title
    return html.unescape(re.sub(r"\s*<br>", " ", f"{title.text} {title.subtitle.text}"))


def test_pictures_are_found():
    assert len(DRAWN) > 40


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_the_words_above_say_of_which_cluster_it_is(name, way, language):
    answer = answered(name)
    known = name_of_cluster(answer)
    if answer.made_of.fingerprint is not None and name not in OFFERS:
        assert known, "an answer that keeps no cluster keeps its name: cluster_name"
        assert known in head(picture(name, way, language)), "plot.caption.about(cluster=...)"


@pytest.mark.parametrize(("mm", "language"), ON_PAPER if FULL else [(85, "lt")])
@pytest.mark.parametrize(("name", "way"), DRAWN)
def test_on_paper_words_lie_on_nothing_and_it_fits_on_a_page(name, way, mm, language):
    printed = for_paper(picture(name, way, language), pixels(mm), None)
    assert faults(printed) == []
    assert printed.layout.height <= pixels(240)
