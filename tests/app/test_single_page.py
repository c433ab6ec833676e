"""The what-if page as one file."""

import json
import re
from html import unescape

import numpy as np
import pytest

import socluster as sc
from socluster.app.single_page import usual_draws
from socluster.core.errors import InputError

EVIL = "</script><script>alert(1)</script>"


@pytest.fixture(scope="module")
def town():
    return sc.load_dataset("knoke").layer("information")


def hub(name):
    return sc.Scenario(name).with_actor(name).with_ties(name, sc.ties.Stated({"MAYR": 0.5, "WELF": 0.8}))


def page_of(town, *names, **more):
    options = {"measures": [sc.density], "draws": 5, "rng": 1, **more}
    return sc.whatif_page(town, [hub(name) for name in names], **options)


def test_the_page_is_one_file_that_asks_nobody_and_names_its_script_and_style(town, tmp_path):
    page = sc.whatif_page(town, hub("one"), tmp_path / "out.html", measures=[sc.density], draws=5, rng=1)
    text = page.path.read_text(encoding="utf-8")
    assert text == page.html
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert "default-src 'none'" in policy
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy
    assert not re.search(r'(src|href)="(?!data:,)', text.partition("<script")[0])
    assert page.sentences("lt")[0].startswith("Puslapis")


def test_what_comes_from_data_closes_no_script(town):
    page = page_of(town, EVIL, title=EVIL)
    assert page.html.count("</script>") == 2
    assert "alert(1)</script>" not in page.html


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(town):
    page = page_of(town, "one")
    shown = page._repr_html_()
    source = unescape(re.search(r'srcdoc="([^"]*)"', shown)[1])
    assert source == page.html
    assert page.path is None


def test_the_same_seed_makes_the_same_page(town):
    assert page_of(town, "one", "two").html == page_of(town, "one", "two").html


def test_fewer_draws_where_there_are_more_sets_and_the_page_says_how_many(town):
    draws = [usual_draws(candidates) for candidates in range(1, 9)]
    assert draws == sorted(draws, reverse=True)
    page = sc.whatif_page(town, hub("one"), measures={"n": lambda cluster: cluster.n_ties}, rng=1)
    held = json.loads(re.search(r'id="held">(.*?)</script>', page.html, re.DOTALL)[1])
    assert (page.sets, page.draws, held["draws"]) == (1, 1000, 1000)


@pytest.mark.parametrize(
    "wrong",
    [
        {"scenarios": [hub(str(n)) for n in range(9)]},
        {"scenarios": []},
        {"scenarios": [hub("a"), hub("a")]},
        {"scenarios": "hub"},
        {"measures": ["density"]},
        {"draws": 0},
        {"language": "fr"},
        {"path": "/no/such/folder/page.html"},
        {"rng": "seed"},
    ],
)
def test_nonsense_is_told(town, wrong):
    given = {"scenarios": [hub("a")], "path": None, "measures": [sc.density], "draws": 5, "rng": 1, **wrong}
    with pytest.raises(InputError):
        sc.whatif_page(town, given.pop("scenarios"), given.pop("path"), **given)


def test_a_generator_is_a_seed_too(town):
    assert (
        page_of(town, "one", rng=np.random.default_rng(3)).html
        == page_of(town, "one", rng=np.random.default_rng(3)).html
    )


def held_in(page):
    return json.loads(re.search(r'id="held">(.*?)</script>', page.html, re.DOTALL)[1])


def test_what_was_asked_of_the_scenarios_is_held_and_its_goal_watched(town, tmp_path):
    plan = {"budget": 30.0, "at_most": 1, "cost": {"one": 20.0, "two": 5.0}}
    asked = {"goals": [{"goal": "transitivity", "better": "higher", "plan": plan}], "draws": 6, "seed": 3}
    held = held_in(page_of(town, "one", "two", questions=asked, draws=None))
    assert held["asked"] == asked["goals"]
    assert held["measures"] == ["density", "transitivity"]
    assert {"transitivity:higher", "transitivity:lower"} <= set(held["rankings"])
    assert (held["draws"], held["seed"]) == (6, 1)
    document = {"socluster_scenarios": 1, "scenarios": [], "questions": asked}
    (tmp_path / "what.json").write_text(json.dumps(document), encoding="utf-8")
    assert held_in(page_of(town, "one", "two", questions=tmp_path / "what.json", draws=None)) == held
    assert held_in(page_of(town, "one", "two", draws=6))["id"] != held["id"]


def test_a_measure_that_the_page_does_not_know_may_be_the_goal(town):
    asked = {"goals": [{"goal": "reciprocity", "better": "higher"}]}
    held = held_in(page_of(town, "one", "two", questions=asked))
    (shown,) = (each for each in held["overview"]["measures"] if each["id"] == "reciprocity")
    assert shown["isGoal"]
    assert "reciprocity:higher" in held["rankings"]


@pytest.mark.parametrize("wrong", [{"goals": [{"goal": "densty", "better": "higher"}]}, {"goal": "density"}])
def test_a_question_that_means_nothing_is_refused(town, wrong):
    with pytest.raises(InputError, match="questions"):
        page_of(town, "one", questions=wrong)
