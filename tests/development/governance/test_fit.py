"""Governance: the cases that are documented, and what is said of them."""

import pandas as pd
import pytest

import socluster as sc
from socluster.development.governance.fit import _of_cut

LEAD, NAO = "lead organisation", "network administrative organisation"


def verdicts(name, **given):
    table = sc.governance_fit(sc.load_dataset(name), **given).to_frame()
    return table["verdict"].unstack("condition")  # noqa: PD010 - every pair is there once


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("norway_project", {"shared": "fails", LEAD: "holds", NAO: "holds"}),
        ("siauliai", {"shared": "fails", LEAD: "fails", NAO: "holds"}),
        ("care_reform", {"shared": "unknown", LEAD: "unknown", NAO: "unknown"}),  # its nine areas are kinds
    ],
)
def test_only_the_number_is_known(name, expected):
    table = verdicts(name)
    assert table["participants"].to_dict() == expected
    assert (table.drop(columns="participants") == "unknown").all(axis=None)


def test_structure_stands_beside_it():
    fit = sc.governance_fit(sc.load_dataset("norway_project"))
    assert fit.structure["centralization"] == pytest.approx(0.939394, abs=5e-7)
    assert fit.structure["density"] == pytest.approx(0.205128, abs=5e-7)
    assert (fit.central, fit.structure["most"], fit.structure["ties"]) == ("LEU", 12, 16)
    assert "LEU has 12 of 16 ties." in fit.sentences()
    assert sc.governance_fit(sc.load_dataset("siauliai")).structure.empty


def test_it_says_what_is_not_known_and_names_no_best_form():
    fit = sc.governance_fit(sc.load_dataset("norway_project"))
    said = fit.sentences()
    assert (
        said[1]
        == "Of the four conditions for a lead organisation one holds (13 participants), none fails, three are unknown."
    )
    assert said[0] == (
        "Of the four conditions for shared governance none holds, one fails (13 participants), three are unknown."
    )
    assert not {"form", "best", "score", "fit"} & set(dir(fit))
    assert (
        "'few' (few participants) is 8, the same from 0 to 12; 'many' (many participants) is 20, the same from 13 on."
        in repr(fit)
    )
    assert fit.sentences("lt")[1].startswith(
        "Iš keturių sąlygų vadovaujančiajai organizacijai viena įvykdyta (13 dalyvių)"
    )


def test_ranges_of_cuts_have_open_ends_and_stop_at_the_next_cut():
    """Each of these ends is a number that was measured (there the verdict changes) or the next cut."""
    known = {"trust": {"density": 0.25, "centralization": 0.6}, "consensus": 0.57, "competencies": 3}
    said = repr(sc.governance_fit(sc.load_dataset("norway_project"), **known))
    for part in (
        "'trust_low' (low density of trust) is 0.3, the same above 0.25 and up to 0.5",
        "'trust_high' (high density of trust) is 0.5, the same from 0.3 to 1",
        "'consensus_middle' (moderate consensus) is 0.6, the same above 0.57 and up to 0.8",
        "'competencies_high' (high need for competencies) is 3.5, the same above 3 and up to 5",
    ):
        assert part in said


def test_everything_known():
    table = verdicts(
        "norway_project", trust={"density": 0.2, "centralization": 0.6}, consensus=pd.Series([0.5, 0.6]), competencies=3
    )
    assert (table.loc[LEAD] == "holds").all()
    assert (table.loc["shared"] == "fails").all()


def test_other_cuts_other_verdicts():
    assert verdicts("norway_project", cutoffs={"few": 13}).loc["shared", "participants"] == "holds"
    assert verdicts("norway_project", cutoffs={"few": 12}).loc["shared", "participants"] == "fails"


def test_paths_of_clients_tell_the_need_for_competencies():
    paths = pd.DataFrame({"steps": [3, 3, 1]})
    fit = sc.governance_fit(sc.load_dataset("norway_project"), competencies=paths)
    assert fit.to_frame().loc[(NAO, "competencies"), "verdict"] == "holds"
    assert "share of client paths over three or more actors: 0.67" in repr(fit)


def test_nobody_and_several_waves():
    assert (
        sc.governance_fit(sc.Cluster.from_tables(pd.DataFrame({"actor": []}))).to_frame()["verdict"] == "unknown"
    ).all()
    waves = pd.DataFrame({"source": ["A", "A"], "target": ["B", "C"], "layer": "tie", "wave": ["1", "2"]})
    fit = sc.governance_fit(sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABC")}), waves))
    assert fit.structure.empty


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_table_as_a_picture(language):
    alt = sc.governance_fit(sc.load_dataset("norway_project")).plot(language=language).layout.meta["alt"]
    assert {"en": "participants few (13 participants): fails", "lt": "dalyviai mažai (13 dalyvių): netenkinama"}[
        language
    ] in alt


def test_a_cut_is_named_in_lithuanian_too():
    said = " ".join(sc.governance_fit(sc.load_dataset("norway_project")).sentences("lt"))
    assert "„few“ (mažai dalyvių) yra 8" in said


def test_a_cut_may_lie_where_no_form_changes_its_verdict():
    rows = pd.DataFrame({"value": 5.0, "low": [1.0, 3.0], "high": [9.0, 7.0], "low_open": False, "high_open": False})
    said = _of_cut("few", rows, "en")
    assert " 3 " in said
    assert " 7" in said
    assert "1" not in said
    assert "9" not in said
