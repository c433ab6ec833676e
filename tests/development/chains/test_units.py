"""Lengths of time are said in a unit that leaves few zeros."""

import pytest

import socluster as sc
from socluster.development.chains.units import per, span


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [(0.0860485, "year", "4.47 weeks"), (1.97 / 52, "year", "1.97 weeks"), (0.001, "year", "0.364 days"),
     (1, "week", "1 week"), (30, "month", "2.5 years"), (float("inf"), "year", "no end in sight"),
     (0.0, "day", "0 days")],
)  # fmt: skip
def test_a_wait_is_said_as_people_say_it(value, unit, told):
    assert span(value, unit, "en") == told


def test_in_lithuanian():
    assert per("month", "lt") == "per mėnesį"
    assert [span(n, "week", "lt") for n in (1, 2, 0)] == ["1 savaitė", "2 savaitės", "0 dienų"]
    assert span(0.0860485, "year", "lt") == "4,47 savaitės"


@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_picture_of_waits_has_its_scale_in_the_unit_of_its_words(language):
    unit = {"en": "weeks", "lt": "savaitėmis"}[language]
    said = sc.queues.priorities({"urgent": 10, "soon": 20, "other": 10}, 10, 5).plot(language=language)
    assert unit in said.layout.title.subtitle.text
    assert said.data[0].x.max() > 0.5, "weeks, not years"
    queue = sc.queues.abandonment(45, 10, 4, 2)
    assert unit in queue.plot(language=language).layout.xaxis.title.text
    assert unit in queue.plot_distribution(language=language).layout.xaxis.title.text
