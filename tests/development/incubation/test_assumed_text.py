import socluster as sc
from socluster.development.incubation.assumed_text import told_assumptions
from tests.development.incubation.circles import circle, plain, providers

KINDS = {"seminar": 2}


def said(parameters=None, barriers=None, cluster=None, drawn=0, kinds=KINDS, language="en"):
    cluster = circle(3) if cluster is None else cluster
    told = told_assumptions(
        cluster, parameters or sc.Incubation(), barriers or sc.Barriers.none(), kinds, drawn, language
    )
    return " ".join(told)


def test_each_assumption_that_is_used_is_named_and_no_other():
    usual = said()
    assert "seminar 8 (4 to 20)" in usual
    assert "conference" not in usual
    assert "half fade in 2 years (3.6 months to 5 years may be)" in usual
    assert "no barriers" in usual
    assert "drawn" not in usual
    assert "at 2 events, so many" in said(drawn=2)
    assert "no tie fades" in said(plain())
    assert "two who are there meet with a chance of 50%" in said(sc.Incubation(meet=0.5))
    assert "Trust in the beginning is as stated" in said(sc.Incubation(trust={"a0": 1}))
    assert "first meeting" not in said(kinds={})


def test_barriers_and_how_they_were_found():
    all_four = said(barriers=sc.Barriers())
    assert "little experience of cooperation 30%" in all_four
    assert "has a tie in the data" in all_four
    assert "between sectors" in all_four
    assert "competition blocks nothing here" in all_four
    assert "competition blocks nothing" not in said(barriers=sc.Barriers(), cluster=providers())
    stated = said(barriers=sc.Barriers(experienced=0.5, negative=1, overlap=0.2))
    assert "has a tie in the data" not in stated
    assert "between sectors" not in stated
    assert "distrust" not in said(barriers=sc.Barriers(distrust=0))


def test_in_lithuanian_too():
    assert said(barriers=sc.Barriers(), drawn=1, language="lt") != said(barriers=sc.Barriers(), drawn=1)
