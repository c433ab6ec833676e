"""The table of a ranking."""

import pytest

import socluster as sc
from socluster.report.sections.change import change
from socluster.report.sections.ranked import ranked


@pytest.fixture(scope="module")
def ranking():
    candidates = [
        sc.Scenario(f"{name} joins").with_actor(name).with_ties(name, sc.ties.Stated(ties), layer="marriage")
        for name, ties in {"X": {"Medici": 0.5, "Pucci": 0.5}, "Y": {"Medici": 0.9}}.items()
    ]
    network = sc.load_dataset("florentine")
    return sc.rank_partners(network, candidates, goal=sc.global_efficiency, draws=60, rng=3)


@pytest.mark.parametrize("language", ["en", "lt"])
def test_each_candidate_has_a_row_in_the_order_of_the_ranking(ranking, language):
    shown, frame = ranked(ranking, language), ranking.to_frame()
    assert [row[0].text for row in shown.rows] == list(frame.index)
    assert [row[0].text for row in shown.in_full.rows] == list(frame.index)


def test_the_numbers_behind_it_are_those_of_the_ranking(ranking):
    frame = ranking.to_frame()
    columns = ["mean_gain", "low", "high", "p_best", "p_gain", "mean_rank"]
    for row, (_, expected) in zip(ranked(ranking, "en").in_full.rows, frame.iterrows(), strict=True):
        assert [cell.value for cell in row[1:]] == expected[columns].tolist()


def test_costs_are_in_it_where_they_were_given():
    network = sc.load_dataset("florentine")
    joins = [
        sc.Scenario(name).with_actor(name).with_ties(name, sc.ties.Stated({"Medici": 0.9}), layer="marriage")
        for name in "XY"
    ]
    cost = {"X": 3.5, "Y": 2.25}
    costly = sc.rank_partners(network, joins, goal=sc.density, better="higher", cost=cost, draws=20, rng=1)
    assert {row[0].text: row[-1].value for row in ranked(costly, "en").in_full.rows} == cost


def test_the_section_shows_it(ranking, facts):
    shown = change(facts(sc.load_dataset("florentine"), ranking=[ranking]))
    kinds = [block.kind for block in shown.blocks]
    assert kinds == [
        "paragraph",
        "bullets",
        "table",
        "note",
    ]  # it was not compared, so that what it rests on stands here


@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_ranking_on_which_nothing_is_random_is_exact_and_tells_no_share_of_draws(language):
    network = sc.load_dataset("florentine").layer("marriage")
    joins = [sc.Scenario(name).with_actor(name).with_ties(name, ["Medici"], layer="marriage") for name in "XY"]
    shown = ranked(sc.rank_partners(network, joins, goal=sc.density, better="higher", draws=20, rng=1), language)
    assert {"en": "exact", "lt": "tikslu"}[language] in shown.caption
    assert "20" not in shown.caption
    assert not [cell for row in shown.rows for cell in row if cell.is_share or "…" in cell.text]
    assert len(shown.heads) == len(shown.rows[0]) == 3


def test_every_ranking_says_its_caveats_and_what_stands_beside_its_first(ranking, facts):
    network = sc.load_dataset("florentine")
    again = sc.rank_partners(network, ranking.outcome.scenarios, goal=sc.density, better="higher", draws=60, rng=3)
    assert any("harm to this goal" in each for each in again.caveats())
    part = change(facts(network, ranking=[ranking, again]))
    told = [block.items for block in part.blocks if block.kind == "bullets"]
    for one, items in zip([ranking, again], told, strict=True):
        assert set(one.caveats()) <= set(items)
        assert any(each.startswith("No random partner was drawn beside it") for each in items)
    assert [each for each in part.more if "No random partner" in each] == part.more
    beside = sc.compare(network, ranking.outcome.scenarios, measures=[sc.density], draws=60, rng=3, null=True)
    told = change(facts(network, beside, ranking=[again])).short[1]
    assert "random partner of the same type" in told
    assert "No random partner" not in told


def test_where_nobody_joins_there_is_no_random_partner_to_speak_of(facts):
    network = sc.load_dataset("florentine").layer("marriage")
    leave = [sc.Scenario(name).without_actor(name) for name in ("Medici", "Pucci")]
    ranking = sc.rank_partners(network, leave, goal=sc.density, better="higher", draws=20, rng=1)
    assert "Nobody joins with ties here" in change(facts(network, ranking=[ranking])).short[1]


def test_one_sentence_heads_the_section_and_what_qualifies_it_stands_plain_below(ranking, facts):
    part = change(facts(sc.load_dataset("florentine"), ranking=[ranking]))
    assert part.finding == ranking.sentences()[0]
    assert part.blocks[0].text.startswith("In brackets: 90% of 60 draws.")
    assert part.short[1] == f"{part.finding} {part.blocks[0].text}"
