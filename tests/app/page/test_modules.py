"""The pure functions of the modules, asked by node, or by Chromium where there is no node."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from socluster.app.page import FILES, joined, text_of
from socluster.words import numbers as words
from tests.docs.test_in_browser import CHROMIUM

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None and CHROMIUM is None, reason="neither node nor Chromium is installed")

SCRIPT = (Path(__file__).parent / "asked.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def out(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("modules")
    for name in FILES:
        if name.endswith(".js"):
            (folder / name).write_text(text_of(name), encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    if NODE:
        (folder / "asked.js").write_text(SCRIPT + "console.log(JSON.stringify(out));", encoding="utf-8")
        done = subprocess.run([NODE, "asked.js"], cwd=folder, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)
    return asked_of_chromium(folder, request.getfixturevalue("browser"))


def asked_of_chromium(folder, browser):
    """Put the modules and the questions into one page, as the page by e-mail has them."""
    script = re.sub(r"^import .*$", "", SCRIPT, flags=re.MULTILINE)
    pure = joined(*re.findall(r'from "./([\w.]+)"', SCRIPT))
    body = (
        f'<pre id="said"></pre><script type="module">{pure}\n{script}\nsaid.textContent = JSON.stringify(out);</script>'
    )
    (folder / "ask.html").write_text(f'<meta charset="utf-8">{body}', encoding="utf-8")
    page = browser.new_page()
    page.goto((folder / "ask.html").as_uri())
    return json.loads(page.text_content("#said"))


NB, MINUS = "\u00a0", "\u2212"


def test_numbers_are_written_as_people_write_them(out):
    english, lithuanian = out["numbers"]
    assert english == [f"1{NB}234.5", f">{MINUS}0.01", f"{MINUS}0.05", "+0.10", "–", "–"]
    assert lithuanian == [f"1{NB}234,5", f">{MINUS}0,01", f"{MINUS}0,05", "+0,10", "–", "–"]


def test_what_is_nearly_all_is_not_all(out):
    assert out["percents"][0] == ["42%", "0%", "100%", ">99%", "<1%", "–"]
    assert out["percents"][1] == [f"42{NB}%", f"0{NB}%", f"100{NB}%", f">99{NB}%", f"<1{NB}%", "–"]
    assert out["draws"] == [">99%", f"<1{NB}%", "50%", ">80%", "–"]


def test_numbers_are_rounded_as_the_library_rounds_them(out):
    for value, decimals, shown, share, signed in out["rounded"]:
        assert shown == words.number(value, decimals=decimals)
        assert share == words.percent(value / 100, "lt", decimals=decimals)
        assert signed == words.number(value, "lt", decimals=decimals, sign=True)
    assert any(words.rounded(value, decimals) == 0 != value for value, decimals, *_ in out["rounded"])


def test_draws_and_seed_of_a_file_are_taken_where_the_page_can_draw_so(out):
    assert out["drawnAs"] == [{"draws": 500, "seed": 0}, {}, {"seed": 2}, {}]


def test_of_several_ends_the_least_exact_are_told(out):
    assert out["worst"] == ["b", "c", True]


def test_a_change_is_seen_in_two_digits(out):
    assert out["decimals"] == [2, 4, 2, 2, 0]
    assert out["shares"] == [f"42{NB}%", f"{MINUS}42", "+0,123"]


def test_lithuanian_numbers_take_three_forms(out):
    assert out["forms"] == [2, 0, 1, 1, 2, 2, 2, 0, 1, 2, 0, 2]
    assert out["filled"] == ["{b} 2 {c}", f"1{NB}000 draws"]


def test_everything_that_was_said_can_be_undone_and_the_language_stays(out):
    assert out["undone"] == ["", "lt", ["a"]]
    assert out["redone"] == "Fo"
    assert out["first"] == [[], False, "lt"]


def test_a_damaged_state_is_as_at_the_beginning_where_it_is_damaged(out):
    assert out["restored"] == [[], 200, 5, False, 200]
    kept = {"name": "a", "key": "k", "steps": []}
    assert out["odd"] == [[], [kept], ["x"], {"name": "", "who": []}, {"layer": ["l"]}, ""]


def test_filters_leave_out_actors_and_their_ties(out):
    whole, without_civic, without_layer = out["visible"]
    assert whole == {"actors": [True] * 3, "links": [True, True]}
    assert without_civic == {"actors": [True, False, True], "links": [False, False]}
    assert without_layer == {"actors": [True, True, False], "links": [True, False]}


def test_names_are_cut_and_never_overlap(out):
    assert out["texts"][0] == "abc…"
    assert out["texts"][1] == ["Socialinės apsaugos", "ir darbo ministerija"]
    assert len(out["texts"][2][0]) == 22
    assert out["texts"][3] == [""]
    assert out["room"] == [0, 1]
    assert out["outlines"]
    assert out["places"]["found"] is not None


def test_circles_are_round_whatever_their_size(out):
    assert out["circles"] == [True] * 4


def test_a_name_stands_on_no_mark_of_others(out):
    assert out["roomBeside"] == [[["middle", 50]], [["start", 58]], [["end", 42]]]


def test_a_scale_holds_no_change_and_nothing_leaves_it(out):
    assert out["scale"] == [True, 8, 232]


def test_what_was_said_becomes_the_steps_of_the_library(out):
    from socluster.app.answers.asked import scenarios_in

    (scenario,) = scenarios_in({"scenarios": [{"name": "x", "steps": out["steps"]}]})
    assert [step.verb for step in scenario.steps] == [
        "with_actor",
        "with_ties",
        "without_actor",
        "without_actor",
        "with_actor",
        "with_ties",
        "with_event",
    ]
    rates = out["steps"][1]["targets"]
    assert rates["model"] == "Scaled"
    assert rates["fields"]["model"]["fields"]["layer"] == "referral"  # so that a second partner learns from the data
    assert dict(scenario.steps[0].columns) == {"sector": "public"}


def test_what_a_newcomer_offers_has_an_amount_and_a_group_of_its_own_where_nobody_offers_it(out):
    said, ticked, damaged = out["offers"]
    provides = {"layer": "provides"}
    assert said == [
        {"verb": "with_affiliation", "actor": "Hub", "groups": ["A"], "columns": {**provides, "weight": 2.5}},
        {
            "verb": "with_group",
            "group": "Hub: help, K",
            "columns": {"kind": "service", "service": "help", "place": "K", "unit": "hours"},
        },
        {"verb": "with_affiliation", "actor": "Hub", "groups": ["Hub: help, K"], "columns": provides},
    ]
    assert ticked == [
        {"verb": "with_affiliation", "actor": "Hub", "groups": ["F"], "columns": {"layer": "attends"}},
        {"verb": "with_affiliation", "actor": "Hub", "groups": ["A"], "columns": provides},
    ]
    assert damaged == []
    (event,) = out["held"]  # in the layer of events, not in that of services
    assert event == {"verb": "with_event", "group": "Forum", "actors": ["a", "b"], "columns": {"layer": "attends"}}


def test_an_amount_is_a_number_above_0_with_a_point_or_a_comma(out):
    assert out["amounts"] == ["12", "NaN", "1000", "2.5", "null", "NaN", "NaN", "NaN"]
    assert out["oddAmount"] == {"word": "amount_odd", "name": "Hub"}


def test_ties_are_stated_taken_over_or_none(out):
    stated, nothing, like, missing = out["stated"]
    assert stated == {"model": "Stated", "fields": {"targets": {"a": 0.9}}}
    assert nothing is None
    assert like == {"model": "LikeActor", "fields": {"actor": "a", "share": 1}}
    assert missing["fields"]["missing"] == "category"
    assert out["nothing"] is None
    assert out["named"] == ["a", "a (2)"]


def test_a_plan_is_the_set_that_gains_most_within_the_budget(out):
    within_two, within_three, downwards, none = out["plan"]
    assert within_two == [[1], [0]]
    assert within_three["members"] == [0, 1]
    assert (within_three["cost"], within_three["null"]) == (3, 0.5)
    assert (downwards["members"], downwards["gain"], downwards["low"], downwards["high"]) == ([0], -1, -3, 0)
    assert none == []


def test_of_sets_that_gain_as_much_the_plan_is_the_cheapest_then_the_smallest_then_the_first_by_name(out):
    assert out["thrifty"] == [["1", "12", "0", "02", "01", "2"], ["1", "0", "12", "02", "01", "2"]]


def test_what_is_taken_away_is_drawn_as_often_and_from_the_same_seed_as_the_page_was(out):
    assert out["drawn"] == {"goals": [], "draws": 200, "seed": 5}


def test_a_plan_holds_at_most_as_many_partners_as_are_wanted(out):
    assert out["most"] == [[1], [0]]


def test_a_candidate_made_of_others_stands_beside_none_of_its_parts(out):
    assert sorted(out["idle"]) == [[0], [0, 1], [1], [2]]


def test_nobody_is_taken_for_free_where_a_budget_is_given_and_no_cost(out):
    unpriced, priced, most, both, nothing, half, below = out["limits"]
    assert unpriced is None
    assert priced == {"budget": 2, "cost": {"a": 1, "b": 0}}
    assert most == {"at_most": 1}
    assert both == {"budget": 2, "cost": {"a": 1, "b": 1}, "at_most": 2}
    assert [nothing, half, below] == [None, None, None]
    assert out["unpriced"] == [[{"name": "b"}], []]


def test_what_is_now_what_will_be_and_the_change_agree_as_they_are_written(out):
    assert out["moved"] == ["0.335", f"54{NB}%", "–"]


def test_a_name_that_is_there_and_ties_that_are_not_named_are_told_before_anything_is_asked(out):
    known, twice, untied, alike, unticked, replaced, nobody = out["obstacles"]
    assert known == {"word": "name_taken", "name": "dienos CENTRAS"}
    assert (twice["word"], untied["word"], alike["word"]) == ("name_twice", "nobody_ticked", "like_nobody")
    assert replaced == {"word": "name_taken", "name": "Day centre"}
    assert [unticked, nobody] == [None, None]


def test_ties_that_are_named_are_not_certain_until_somebody_says_so(out):
    assert out["sure"] == [[100, 75, 75, 100], ["sure_certain", "sure_rather", "sure_perhaps", "sure_hardly"]]


def test_each_ticked_partner_becomes_a_scenario_of_its_own(out):
    assert out["alone"] == [["Hub"], ["NGO"]]


def test_what_was_said_of_an_earlier_version_is_taken_over_so_far_as_it_fits(out):
    kept, leave, partners, measures, lost, dropped = out["fitted"]
    assert kept == [["fits", '{"data":"new"}']]
    assert leave == ["a"]
    assert partners == [[["a"], "stated", {}], [[], "like:", {"sector": "public", "place": ""}]]
    assert measures == ["density"]
    assert lost == ["civic", "x", "y", "z"]
    assert dropped == [{"name": "does not", "missing": ["q"]}, {"name": "gone", "missing": ["x"]}]
    assert out["said"] == [False, True, "ours.xlsx", "ours.xlsx"]


def test_beside_a_random_partner_it_is_said_in_the_direction_in_which_both_go(out):
    """In the library's words: `beside_random`."""
    from socluster.app.answers.words import words
    from socluster.whatif.comparison.beside_random import beside_random

    rows = [
        {"delta": -0.3, "low": -0.4, "high": -0.1, "null": -0.1, "p_above_null": 0.03},
        {"delta": -0.3, "low": -0.4, "high": -0.1, "null": -0.1, "p_above_null": 0.8},
        {"delta": 0.3, "low": 0.1, "high": 0.4, "null": 0.1, "p_above_null": 0.97},
        {"delta": 0.3, "low": 0.1, "high": 0.4, "null": 0.5, "p_above_null": 0.1},
        {"delta": 0.3, "low": -0.1, "high": 0.4, "null": 0.5, "p_above_null": 0.1},
        {"delta": -0.3, "low": -0.4, "high": -0.1, "null": 0.2, "p_above_null": 0.6},
        {"delta": 0.0, "low": 0.0, "high": 0.0, "null": 0.0, "p_above_null": 0.5},
    ]
    assert len(set(out["beside"])) == len(rows)
    for row, key in zip(rows, out["beside"], strict=True):
        for language in ("en", "lt"):
            text = words(language)[key].split("{p}")[0]
            assert text in beside_random(row, 200, language)


def test_what_was_asked_is_kept_once_with_the_limits_of_its_plan_and_read_again(out):
    kept, goals, has_plan, again, *odd = out["asked"]
    assert kept == [["", []], ["3", ["a", "b"]]]
    assert goals == [
        {"goal": "density", "better": "lower", "plan": {"at_most": 2}},
        {"goal": "density", "better": "lower", "plan": {"budget": 3, "at_most": 1, "cost": {"a": 1, "b": 2}}},
    ]
    assert has_plan == [True, False]  # what the third costs was not said
    assert [(each["budget"], each["most"], each["cost"]) for each in again] == [
        ("", "2", {}),
        ("3", "1", {"a": "1", "b": "2"}),
    ]
    assert odd == [[], []]


def test_a_goal_that_was_asked_with_a_plan_is_not_there_without_it_as_well(out):
    assert out["askedOnce"] == [2, ["3"]]
