"""What a report says before it has a form."""

import socluster as sc
from socluster.core.version import VERSION
from socluster.report.content import content_of
from socluster.report.document import document
from socluster.report.facts import Facts
from socluster.report.sections.planned import plan_finding


def test_the_line_of_source_names_source_version_and_data(facts):
    region = sc.load_dataset("siauliai")
    said = content_of(facts(region)).source
    assert VERSION in said
    assert region.fingerprint in said
    assert region.info["source"].rstrip(".") in said


def test_a_title_of_ones_own_goes_before_the_name(facts):
    region = sc.load_dataset("siauliai")
    assert content_of(facts(region), "Who connects?").title == "Who connects?"
    assert "Šiauliai" in content_of(facts(region)).title


def test_the_summary_holds_the_sections_that_have_a_number(facts):
    content = content_of(facts("AB BC"))
    assert content.short == [(*part.short, part.more) for part in content.parts if part.short]
    assert content.short


def test_several_rankings_and_plans_stand_below_each_other_in_the_summary(facts):
    knoke = sc.load_dataset("knoke").layer("information")
    joining = {"clinic": {"MAYR": 0.4, "EDUC": 0.9}, "church": {"WELF": 0.5, "MAYR": 0.9}}
    options = [sc.Scenario(name).with_actor(name).with_ties(name, ties) for name, ties in joining.items()]
    asked = {"better": "higher", "draws": 20, "rng": 1}
    rankings = [sc.rank_partners(knoke, options, goal=goal, **asked) for goal in (sc.global_efficiency, sc.density)]
    plan = sc.plan_partners(knoke, options, k=1, goal=sc.global_efficiency, **asked)
    content = content_of(Facts(knoke, (), rankings, "en", plans=[plan]))
    _, sentence, more = content.short[-1]
    assert sentence.startswith(rankings[0].sentences("en")[0])
    for said, begins in zip(more, [rankings[1].sentences("en")[0], plan_finding(plan, "en")], strict=True):
        assert said.startswith(begins)
        assert "No random partner was drawn beside it" in said
    for each in more:
        assert f"<li>{each}</li>" in document(content)


def test_what_a_tie_means_is_told_or_that_it_is_not_stated(facts):
    assert "What a tie of the layer 'tie' means is not stated in the data." in content_of(facts("AB BC")).carries
    assert any("sluoksnio" in each for each in content_of(facts("AB BC", language="lt")).carries)
    told = content_of(facts(sc.load_dataset("florentine"))).carries
    assert not any("is not stated" in each for each in told)


def test_where_the_data_have_no_title_no_fingerprint_stands_in_its_place(facts):
    content = content_of(facts("AB BC"))
    assert content.lead == "3 actors, 2 ties"
    assert content_of(facts("AB BC", language="lt")).lead == "3 veikėjai, 2 ryšiai"
