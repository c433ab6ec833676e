import pytest

import socluster as sc
from socluster.development.incubation.assumed_text import told_assumptions
from tests.development.incubation.circles import circle, plain, providers

KINDS = {"seminar": 2}


def said(parameters=None, barriers=None, cluster=None, drawn=(), kinds=KINDS, language="en"):
    cluster = circle(3) if cluster is None else cluster
    told = told_assumptions(
        cluster, parameters or sc.Incubation(), barriers or sc.Barriers.none(), kinds, drawn, language
    )
    return " ".join(told)


def test_each_assumption_that_is_used_is_named_and_no_other():
    usual = said()
    assert "seminar 8 (plausible range 4 to 20)" in usual
    assert "conference" not in usual
    assert "half fade within 2 years (plausible range 3.6 months to 5 years)" in usual
    assert "no barriers" in usual
    assert "drawn" not in usual
    assert "no tie fades" in said(plain())
    assert "any two participants of an event meet with a probability of 50%" in said(sc.Incubation(meet=0.5))
    assert "Trust at the start is as stated" in said(sc.Incubation(trust={"a0": 1}))
    assert "first meeting" not in said(kinds={})


def test_barriers_and_how_they_were_found():
    all_four = said(barriers=sc.Barriers())
    assert "little experience of cooperation 30%" in all_four
    assert "have a tie in the data" in all_four
    assert "different sectors" in all_four
    assert "competition blocks nothing here" in all_four
    assert "competition blocks nothing" not in said(barriers=sc.Barriers(), cluster=providers())
    stated = said(barriers=sc.Barriers(experienced=0.5, negative=1, overlap=0.2))
    assert "have a tie in the data" not in stated
    assert "different sectors" not in stated
    assert "distrust" not in said(barriers=sc.Barriers(distrust=0))


EVENTS = {"conference": 1, "seminar": 2, "round table": 1}
HERE = {
    "en": [
        "conference 36 (100 assumed, capped at the number of actors)",
        "round table 34",
        "seminar 36 (40 assumed, capped at the number of actors)",
    ],
    "lt": [
        "konferencija 36 (numatyta 100, bet tiek veikėjų nėra)",
        "apskritojo stalo diskusija 34",
        "seminaras 36 (numatyta 40, bet tiek veikėjų nėra)",
    ],
}


def participants_said(result, language="en"):
    words = {"en": "organisations at each event", "lt": "dalyvaujančių organizacijų"}[language]
    return [sentence for sentence in result.sentences(language) if words in sentence]


@pytest.mark.parametrize("language", ["en", "lt"])
def test_how_many_organisations_are_at_an_event_is_said_wherever_they_are_drawn(language):
    mixes = {"all": EVENTS, "more seminars": {**EVENTS, "seminar": 5}}
    prices = dict.fromkeys(EVENTS, 9)
    for answer in (
        sc.incubate(circle(36), events=EVENTS, draws=3, rng=7),
        sc.compare_portfolios(circle(36), portfolios=mixes, prices=prices, draws=3, rng=7),
    ):
        [sentence] = participants_said(answer, language)
        assert all(sentence.count(part) == 1 for part in HERE[language]), sentence


def test_what_is_stated_about_participants_is_not_called_capped():
    stated = sc.incubate(circle(9), events={"seminar": 2}, parameters=sc.Incubation(participants=5), draws=3, rng=7)
    assert participants_said(stated)[0].endswith("at each event: seminar 5.")
    rows = [
        {"kind": "seminar", "participants": 3},
        {"kind": "seminar", "participants": 9},
        {"kind": "visit", "participants": 4, "meetings": 2},
    ]
    table = sc.incubate(circle(9), events=rows, draws=3, rng=7)
    assert participants_said(table)[0].endswith("at each event: seminar 3, seminar 9, visit 4.")
    named = [{"kind": "seminar", "actors": "a0; a1; a2"}]
    assert not participants_said(sc.incubate(circle(9), events=named, draws=3, rng=7))


def test_in_lithuanian_too():
    assert said(barriers=sc.Barriers(), language="lt") != said(barriers=sc.Barriers())
