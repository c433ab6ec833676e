"""The report of a cluster, as a file and as a reader meets it."""

import re
import sys
import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError

# Where resvg is not installed, as here it need not be.
pytestmark = pytest.mark.filterwarnings("ignore:the document holds no pictures")

EVIL = "</style><script>alert(1)</script> \"&<>' =cmd|1 \u202eabc"


def written(path, cluster, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return sc.report(cluster, path / "report.html", **options).read_text(encoding="utf-8")


def headings(text):
    return [re.sub(r"<[^>]+>", "", each).strip() for each in re.findall(r"<h2[^>]*>(.*?)</h2>", text)]


@pytest.fixture(scope="module")
def region():
    return sc.load_dataset("siauliai")


@pytest.fixture(scope="module")
def outcome(region):
    hub = sc.Scenario("hub").with_actor("hub", sector="public", place="Kelmė")
    hub = hub.with_ties("hub", sc.ties.Rates(by="sector"), layer="referral")
    return sc.compare(region.project(), [hub], measures=[sc.fragmentation], draws=50, rng=7, null=True)


def test_what_a_reader_finds_in_which_order(tmp_path, region, outcome):
    text = written(tmp_path, region, outcomes=[outcome])
    assert headings(text) == [
        "In short",
        "1 Who is in it",
        "2 How it hangs together",
        "3 More than chance?",
        "4 Who connects",
        "5 What if one of them is lost",
        "6 What would change",
        "7 How good the data are",
        "8 Method and definitions",
    ]
    assert "Structure is not effectiveness" in text
    assert region.fingerprint in text


def test_every_number_of_the_summary_is_computed(tmp_path, region, outcome):
    text = written(tmp_path, region, outcomes=[outcome])
    big = re.findall(r'<span class="big">(.*?)</span>', text)
    network = region.project()
    sizes = sc.components(network).value_counts()
    assert big[0] == str(region.n_actors)
    assert big[1] == " + ".join(map(str, sizes))
    assert big[2] == f"{sc.betweenness(network).max():.0%}"
    breaking = sc.losses(network).to_frame().query("broken_pairs > 0 or services > 0")
    assert big[3] == f"{len(breaking)} of {region.n_actors}"
    assert big[4] == f"{outcome.to_frame()['delta'].iloc[0]:.2f}".replace("-", "\u2212")


def test_the_page_is_one_small_file_without_script_and_requests(tmp_path, region, outcome):
    text = written(tmp_path, region, outcomes=[outcome])
    assert len(text.encode()) < 300_000
    assert "<script" not in text
    assert ' style="' not in text
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text


def test_the_lithuanian_page_has_the_same_parts(tmp_path, region, outcome):
    english, lithuanian = (written(tmp_path, region, outcomes=[outcome], language=each) for each in ("en", "lt"))
    assert '<html lang="lt">' in lithuanian
    assert len(headings(english)) == len(headings(lithuanian))
    assert not set(headings(english)) & set(headings(lithuanian))
    assert "Socialinės apsaugos ir darbo ministerija" in lithuanian


def test_hostile_names_are_shown_letter_by_letter(tmp_path):
    actors = pd.DataFrame({"actor": [EVIL, "B", "C"], "sector": [EVIL, "public", "public"], "name": [EVIL, "B", "C"]})
    ties = pd.DataFrame({"source": [EVIL, "B"], "target": ["B", "C"]})
    info = {"title": EVIL, "source": EVIL, "boundary": EVIL, "note": EVIL, "licence": EVIL}
    text = written(tmp_path, sc.Cluster.from_tables(actors, ties, info=info, name=EVIL), title=EVIL)
    assert "<script" not in text
    assert text.count("</style>") == 1
    assert "\u202e" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize(
    ("actors", "ties"),
    [([], []), (["A"], []), (["A", "B"], []), (["A", "B"], [("A", "B")]), (["A", "B", "C"], [("A", "B")])],
)
def test_a_cluster_of_next_to_nothing_gets_a_report(tmp_path, actors, ties, language):
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": actors}), pd.DataFrame(ties, columns=["source", "target"]))
    text = written(tmp_path, cluster, language=language)
    assert "nan" not in text.lower().replace("finansavimo", "")
    assert ("method" if language == "en" else "metodas") in headings(text)[-1].lower()


def test_nothing_is_said_to_hold_together_where_no_tie_is_known(tmp_path):
    text = written(tmp_path, sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]})))
    assert "No tie between two of them is known." in text
    assert "stands between" not in text


def test_equal_brokers_are_named_together(tmp_path):
    ties = pd.DataFrame({"source": ["A", "B", "C"], "target": ["B", "C", "D"]})
    text = written(tmp_path, sc.as_cluster(ties))
    assert "B and C stand between others equally much" in text


def test_a_comparison_without_random_partner_says_so(tmp_path, region):
    one = sc.Scenario("one").with_actor("X", sector="civic").with_ties("X", ["MSSL"], layer="works with")
    outcome = sc.compare(region.project(), [one], measures=[sc.density], draws=1, rng=1)
    text = written(tmp_path, region, outcomes=[outcome])
    assert "No random partner was drawn beside it" in text
    assert "Nothing is drawn by chance here" in text


def test_a_ranking_can_be_reported(tmp_path, region):
    hubs = [
        sc.Scenario(name).with_actor("X", sector=name).with_ties("X", sc.ties.Rates(by="sector"), layer="referral")
        for name in ("public", "civic")
    ]
    ranking = sc.rank_partners(region.project(), hubs, goal=sc.global_efficiency, draws=20, rng=1)
    text = written(tmp_path, region, outcomes=[ranking])
    assert "What would change" in text


def test_what_is_no_outcome_is_refused_before_anything_is_written(tmp_path, region):
    with pytest.raises(InputError, match="is no outcome of compare, rank_partners or plan_partners") as told:
        sc.report(region, tmp_path / "report.html", outcomes=[region, 3])
    assert len(told.value.problems) == 2
    assert not list(tmp_path.iterdir())


def test_the_namespace_is_called_and_holds_names(tmp_path, region):
    assert callable(sc.report)
    assert sc.report.page.__name__ == "page"
    with pytest.raises(AttributeError, match="page"):
        sc.report.pagee  # noqa: B018


@pytest.mark.parametrize("language", ["en", "lt"])
def test_unknown_and_uncertain_ties_are_told_in_the_report_and_not_beside_it(tmp_path, language):
    ties = pd.DataFrame({"source": list("ABCDE"), "target": list("BCDEA"), "confidence": [1, 1, 1, 1, 0.5]})
    unknown = pd.DataFrame({"source": ["A"], "target": ["C"]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCDE")}), ties, unknown=unknown)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sc.report(cluster, tmp_path / "report.html", language=language)
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert ("is not known" if language == "en" else "nežinoma") in text


def test_tables_and_document_are_written_beside_the_page(tmp_path, region):
    written(tmp_path, region, tables=tmp_path / "out.xlsx", docx=tmp_path / "out.DOCX")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.DOCX", "out.xlsx", "report.html"]


@pytest.mark.parametrize(
    ("options", "said"),
    [({"tables": "out.csv"}, "ends in .xlsx"), ({"docx": "out.doc"}, "ends in .docx"), ({"docx": ""}, "no name of a")],
)
def test_a_file_of_another_ending_is_refused_before_anything_is_written(tmp_path, region, options, said):
    given = {name: tmp_path / value if value else value for name, value in options.items()}
    with pytest.raises(InputError, match=said):
        sc.report(region, tmp_path / "report.html", **given)
    assert not list(tmp_path.iterdir())


def test_one_file_is_not_two(tmp_path, region):
    with pytest.raises(InputError, match="is the file of the page as well"):
        sc.report(region, tmp_path / "out.xlsx", tables=tmp_path / "out.xlsx")


def test_nothing_is_written_if_one_of_them_cannot_be_made(tmp_path, region, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match="python-docx"):
        sc.report(region, tmp_path / "report.html", tables=tmp_path / "t.xlsx", docx=tmp_path / "t.docx")
    assert not list(tmp_path.iterdir())


def test_no_sign_from_the_data_turns_what_is_read_or_read_out(tmp_path):
    turn = "\u202e"
    people = pd.DataFrame({"actor": [f"A{turn}x", "B", "C"], "sector": [f"pub{turn}lic", "civic", "civic"]})
    ties = pd.DataFrame({"source": [f"A{turn}x", "B"], "target": ["B", "C"], "layer": f"l{turn}x"})
    town = sc.Cluster.from_tables(people, ties)
    joins = sc.Scenario(f"N{turn}x").with_actor(f"N{turn}x").with_ties(f"N{turn}x", {"B": 0.5})
    outcome = sc.compare(town, [joins], measures=[sc.density], draws=5, rng=1)
    sc.report(town, tmp_path / "page.html", outcomes=[outcome], title=f"T{turn}x")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Nx" in text
    assert turn not in text
