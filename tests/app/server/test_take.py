"""Everything that can be taken away, in both languages, opened again as its user would."""

import io
import json

import openpyxl
import pytest

import socluster as sc
from socluster.app.server.settings import ServerLimits
from socluster.app.server.take import MAKERS, Wanted, make, offered
from socluster.app.server.uploads import Brought, read_upload
from socluster.core.errors import InputError
from socluster.whatif.scenarios.files import questions_of
from socluster.words import measure_name
from tests.app.server.workbooks import with_services

HUB = (
    sc.Scenario("=hub()")
    .with_actor("=hub()", sector="public")
    .with_ties("=hub()", sc.ties.Rates(), layer="cooperation")
)


@pytest.fixture(scope="module")
def brought():
    return read_upload("ours.xlsx", ".xlsx", with_services(), ServerLimits())


def steps_of(scenario):
    """Return a scenario as the page holds it."""
    return {key: value for key, value in json.loads(scenario.to_json()).items() if key in ("name", "steps")}


def taken(what, brought, language="en", scenarios=(HUB,), **questions):
    task = {
        "language": language,
        "scenarios": [steps_of(each) for each in scenarios],
        "questions": {"draws": 20, **questions},
    }
    return make(what, Wanted(task, brought, None, ServerLimits()))


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_report_tells_the_scenarios_and_the_needs(brought, language):
    name, kind, content = taken("report", brought, language)
    text = content.decode()
    assert name.endswith(".html")
    assert kind.startswith("text/html")
    assert f'<html lang="{language}"' in text
    assert "=hub()" in text
    assert {"en": "Services and needs", "lt": "Paslaugos ir poreikiai"}[language] in text


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_tables_hold_the_changes_and_no_formula(brought, language):
    name, _, content = taken("tables", brought, language)
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert name.endswith(".xlsx")
    assert any("=hub()" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_the_document_is_one(brought):
    name, kind, content = taken("document", brought, scenarios=())
    assert name.endswith(".docx")
    assert "wordprocessing" in kind
    assert content.startswith(b"PK")
    assert "document" in offered()


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_page_by_e_mail_holds_the_scenarios(brought, language):
    name, _, content = taken("page", brought, language)
    assert name.endswith(".html")
    assert "=hub()" in content.decode()
    with pytest.raises(InputError, match="keep a scenario first"):
        taken("page", brought, scenarios=())


def test_the_report_says_whom_to_invite_first_if_that_was_asked(brought):
    other = sc.Scenario("other").with_actor("x", sector="civic").with_ties("x", ["School"], layer="cooperation")
    asked = [{"goal": "global_efficiency", "better": "higher"}]
    with_ranking = taken("report", brought, scenarios=(HUB, other), goals=asked)[2]
    assert len(with_ranking) > len(taken("report", brought, scenarios=(HUB, other))[2])


def test_a_partner_without_ties_and_one_who_leaves_are_reported_without_a_random_partner(brought):
    alone = sc.Scenario("alone").with_actor("new", sector="public")
    without = sc.Scenario("without").without_actor("School")
    assert b"alone" in taken("report", brought, scenarios=(alone, without))[2]


def test_a_cluster_of_attendances_is_answered_about_as_its_projection():
    siauliai = Brought(sc.load_dataset("siauliai"), None, ())
    hub = sc.Scenario("hub").with_actor("hub", sector="public").with_ties("hub", sc.ties.Rates(), layer="referral")
    assert b"hub" in taken("report", siauliai, scenarios=[hub])[2]


def test_scenarios_can_be_read_again_with_what_was_asked_of_them(brought, tmp_path):
    asked = [{"goal": "density", "better": "lower", "plan": {"budget": 3.0, "cost": {"=hub()": 2.0}}}]
    name, _, content = taken("scenarios", None, goals=asked, seed=5)
    (tmp_path / name).write_bytes(content)
    assert sc.read_scenarios(tmp_path / name) == [HUB]
    assert questions_of(tmp_path / name).plain() == {"goals": asked, "draws": 20, "seed": 5}


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_workbooks_of_the_beginning_are_those_of_the_command(brought, language):
    assert read_upload("x.xlsx", ".xlsx", taken("example", None, language)[2], ServerLimits()).cluster.n_actors == 8
    assert openpyxl.load_workbook(io.BytesIO(taken("template", None, language)[2])).sheetnames


@pytest.mark.parametrize("what", [each for each in MAKERS if each in ("report", "tables", "document")])
def test_without_data_it_says_what_to_do_first(what):
    with pytest.raises(InputError, match="first bring data"):
        taken(what, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"draws": 0},
        {"draws": 10**6},
        {"draws": "x"},
        {"draws": True},
        {"seed": -1},
        {"goals": 3},
        {"goals": [{"goal": "density"}]},
        {"goals": [{"goal": "modularity", "better": "higher"}]},
        {"goals": [{"goal": "density", "better": "higher", "plan": {"budget": 3}}]},
        {"goals": [{"goal": "density", "better": "higher", "plan": {"budget": 3, "cost": {"=hub()": 9}}}]},
    ],
)
def test_nonsense_is_refused(brought, wrong):
    with pytest.raises(InputError):
        taken("report", brought, **wrong)


def test_what_is_not_there_is_refused(brought):
    with pytest.raises(InputError, match="there is no 'passwords'"):
        taken("passwords", brought)
    with pytest.raises(InputError):
        make("scenarios", Wanted({"scenarios": [{"steps": 3}]}, brought, None, ServerLimits()))


@pytest.mark.parametrize(("language", "measure"), [("en", "coverage (people)"), ("lt", "aprėptis (žmonių)")])
def test_the_report_tells_what_is_met_and_who_comes_first_for_it(brought, language, measure):
    small, large = (
        sc.Scenario(name)
        .with_actor(name, sector="public")
        .with_affiliation(name, "Help", layer="provides", weight=weight)
        .with_ties(name, {"Clinic": 0.5})
        for name, weight in (("small", 1), ("large", 3))
    )
    asked = [{"goal": "coverage:people", "better": "higher"}]
    _, _, content = taken("report", brought, language, (small, large), goals=asked)
    text = content.decode()
    assert measure in text
    assert {"en": "Ranking: ", "lt": "Eiliškumas: "}[language] in text


@pytest.mark.parametrize("language", ["en", "lt"])
def test_every_goal_that_was_asked_and_every_plan_is_in_what_is_taken(brought, language):
    other = sc.Scenario("other").with_actor("x", sector="civic").with_ties("x", ["School"], layer="cooperation")
    plan = {"budget": 30, "at_most": 1, "cost": {"=hub()": 12.5, "other": 17}}
    asked = [
        {"goal": "fragmentation", "better": "lower", "plan": plan},
        {"goal": "global_efficiency", "better": "higher", "plan": {"at_most": 2}},
        {"goal": "density", "better": "lower"},
    ]
    content = taken("report", brought, language, (HUB, other), goals=asked, seed=3)[2].decode()
    said = {
        "en": (
            "fragmentation (lower is better)",
            "global efficiency (higher is better)",
            "density (lower is better)",
            "within a budget of 30 and at most 1 candidate",
            "at most 2 candidates",
            "=hub(): 12.5; other: 17",
            "20 draws, seed 3",
        ),
        "lt": (
            measure_name("fragmentation", "lt") + " (geriau mažiau)",
            "ne daugiau kaip 2 kandidatai",
            "=hub(): 12,5; other: 17",
            "sėkla 3",
        ),
    }
    assert [each for each in said[language] if each not in content] == []
    assert content.count({"en": "<caption>Ranking: ", "lt": "<caption>Eiliškumas: "}[language]) == 3
    workbook = openpyxl.load_workbook(io.BytesIO(taken("tables", brought, language, (HUB, other), goals=asked)[2]))
    cells = [str(cell.value) for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(said[language][-2] in each for each in cells)
