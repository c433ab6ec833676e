"""Every format carries every cluster, or says by name what it cannot carry; and writing is all or nothing."""

import os
import re
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given

import socluster as sc
from socluster.core import whole
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning, SingleEventWarning, TwoModesWarning
from socluster.io import files, known
from tests.strategies import clusters

LOSSLESS = ["folder", "tables.parquet", "book.xlsx", "cluster.json", "cluster.graphml", "cluster.gexf"]
LOSSY = ["cluster.net", "cluster.dl", "cluster.##h"]


@pytest.fixture
def rich():
    """Everything at once: Lithuanian letters, gaps, two directions, affiliations, unknown dyads."""
    actors = pd.DataFrame(
        {
            "actor": ["Šiaulių „Ąžuolo“ mokykla", "=SUM(A1)", "Klinika, Nr. 1", "Vieniša NVO"],
            "sector": ["public", None, "public", "civic"],
            "responded": [True, False, None, True],
            "staff": pd.array([12, None, 3, 0], dtype="Int64"),
            "budget": [0.30000000000000004, None, 1e-300, 5.0],
            "open": pd.array([True, None, False, True], dtype="boolean"),
            "empty": pd.Series([None] * 4, dtype="Int64"),
        }
    )
    mokykla, formule, klinika, _ = actors["actor"]
    ties = pd.DataFrame(
        [
            (mokykla, klinika, "siuntimas", 2.5, 1.0, "documented", "ataskaita, p. 3", "2016"),
            (klinika, mokykla, "siuntimas", 1.0, 1.0, "reported", None, "2016"),
            (formule, klinika, "siuntimas", 1.0, 0.25, "assumed", None, "2017"),
            (mokykla, formule, "pažintis", 3.0, 1.0, "confirmed", None, None),
        ],
        columns=["source", "target", "layer", "weight", "confidence", "evidence", "ref", "wave"],
    )
    groups = pd.DataFrame({"group": ['Renginys "A"', "-B"], "kind": ["event", None], "date": ["2016-11-03", "2017"]})
    affiliations = pd.DataFrame(
        [(mokykla, 'Renginys "A"', "dalyvavo"), (klinika, 'Renginys "A"', "dalyvavo"), (klinika, "-B", "dalyvavo")],
        columns=["actor", "group", "layer"],
    )
    return Cluster.from_tables(
        actors,
        ties,
        groups=groups,
        affiliations=affiliations,
        unknown=pd.DataFrame({"source": [formule], "target": [mokykla], "layer": ["siuntimas"]}),
        layers={"siuntimas": {"directed": True, "meaning": "siunčia šeimas"}, "pažintis": {"scale": "frey"}},
        name="Miestelis",
        info={"title": "Bandymas", "licence": "CC0"},
    )


@pytest.fixture
def simple():
    """What every format can carry: names, several layers, direction, weights."""
    actors = pd.DataFrame({"actor": ["Šiauliai", "Kelmė rajonas", "Joniškis"]})
    ties = pd.DataFrame(
        [
            ("Šiauliai", "Kelmė rajonas", "a", 2.0),
            ("Kelmė rajonas", "Joniškis", "a", 1.0),
            ("Šiauliai", "Joniškis", "b", 0.5),
        ],
        columns=["source", "target", "layer", "weight"],
    )
    return Cluster.from_tables(actors, ties, layers={"a": {"directed": True}})


@pytest.mark.parametrize("name", LOSSLESS)
def test_rich_clusters_come_back_equal_and_without_a_warning(rich, tmp_path, name):
    with warnings.catch_warnings():
        warnings.simplefilter("error", LossWarning)
        sc.write(rich, tmp_path / name)
    assert sc.read(tmp_path / name) == rich


@pytest.mark.parametrize("name", LOSSLESS)
@given(cluster=clusters())
def test_any_cluster_comes_back_equal(tmp_path_factory, name, cluster):
    path = tmp_path_factory.mktemp("any") / name
    sc.write(cluster, path)
    assert sc.read(path) == cluster


@pytest.mark.parametrize("name", LOSSLESS)
@pytest.mark.parametrize("dataset", ["siauliai", "norway_project", "care_reform", "day_centres", "knoke"])
def test_shipped_clusters_come_back_equal(tmp_path, name, dataset):
    cluster = sc.load_dataset(dataset)
    sc.write(cluster, tmp_path / name)
    assert sc.read(tmp_path / name) == cluster


@pytest.mark.parametrize("name", LOSSY)
def test_matrix_formats_keep_names_layers_directions_and_weights(simple, tmp_path, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        sc.write(simple, tmp_path / name)
    back = sc.read(tmp_path / name)
    assert back.labels == simple.labels
    assert set(back.tie_layers) == {"a", "b"}
    for layer in ("a", "b"):
        assert back.is_directed(layer) == simple.is_directed(layer)
        assert back.matrix(layer).toarray().tolist() == simple.matrix(layer).toarray().tolist()


@pytest.mark.parametrize("name", LOSSY)
def test_what_a_format_cannot_carry_is_named(rich, tmp_path, name):
    with pytest.warns(LossWarning, match=r"cannot carry: .*(confidence|sector)"):
        sc.write(rich, tmp_path / name)


def test_writing_is_all_or_nothing(simple, tmp_path, monkeypatch):
    target = tmp_path / "cluster.json"
    sc.write(simple, target)
    before = target.read_bytes()

    def broken(tables, path):
        path.write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.graph_json, "write", broken)
    with pytest.raises(InputError, match="No space left"):
        sc.write(simple, target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["cluster.json"]


def test_a_folder_is_replaced_whole(simple, rich, tmp_path):
    sc.write(rich, tmp_path / "folder")
    sc.write(simple, tmp_path / "folder")
    assert sc.read(tmp_path / "folder") == simple
    assert not (tmp_path / "folder" / "groups.csv").exists()


def test_a_folder_that_cannot_be_swapped_is_put_back(simple, rich, tmp_path, monkeypatch):
    sc.write(rich, tmp_path / "folder")
    rename, calls = os.replace, []

    def broken(source, target):
        calls.append(target)
        if len(calls) == 2:  # the old folder is out of the way, the new one not yet in its place
            raise OSError(28, "No space left on device")
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(whole, "exchange", lambda one, other: False)  # a system that cannot exchange two folders
        patch.setattr(os, "replace", broken)
        with pytest.raises(InputError, match="No space left"):
            sc.write(simple, tmp_path / "folder")
    assert sc.read(tmp_path / "folder") == rich
    assert os.listdir(tmp_path) == ["folder"]


@pytest.mark.parametrize("name", ["cluster.##h", "cluster.##d", "cluster.##H", "cluster.##D"])
def test_both_halves_of_a_pair_are_written(simple, tmp_path, name):
    sc.write(simple, tmp_path / name)
    assert len(os.listdir(tmp_path)) == 2
    assert sc.read(tmp_path / name).n_ties == simple.n_ties


def test_a_folder_with_other_files_is_left_alone(simple, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"other files \(chapter.csv\)"):
        sc.write(simple, tmp_path / "thesis")
    assert (tmp_path / "thesis" / "chapter.csv").read_text(encoding="utf-8") == "mine"


def test_paths_that_are_wrong_are_named(simple, tmp_path):
    sc.write(simple, tmp_path / "cluster.json")
    with pytest.raises(InputError, match=r"did you mean 'cluster.json'"):
        sc.read(tmp_path / "clustr.json")
    with pytest.raises(InputError, match=r"did you mean '.graphml'"):
        sc.write(simple, tmp_path / "x.grapml")
    with pytest.raises(InputError, match="does not exist"):
        sc.write(simple, tmp_path / "nowhere" / "x.json")
    (tmp_path / "x.doc").touch()
    with pytest.raises(InputError, match=r"the format '\.doc'"):
        sc.read(tmp_path / "x.doc")


@pytest.mark.parametrize("name", [name for name in LOSSLESS + LOSSY if "." in name and not name.endswith(".parquet")])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe rubbish \x80", b"{", b"<a><b></a>", "ąčę".encode("utf-16")])
def test_rubbish_is_an_input_error_in_every_format(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        sc.read(path)
    assert "cluster" in str(caught.value) or "book" in str(caught.value)


def test_the_manual_says_which_format_takes_which_option():
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    table = [line.strip("|").split("|") for line in text.splitlines() if re.match(r"\| `|\| option \|", line)]
    rows = [[cell.strip() for cell in row] for row in table if len(row) == 11]
    modules = {
        "CSV, TSV, text": known.delimited,
        "`.xlsx`": known.workbook,
        "folder": known.csv_folder,
        "`.json`": known.graph_json,
        "GraphML, GEXF": known.graphml,
        "GML": known.gml,
        "Pajek, DL": known.pajek,
        "NetDraw": known.vna,
        "UCINET": known.ucinet,
    }
    assert rows[0][2:] == [*modules]
    said = {name: set() for name in modules}
    for options, _, *cells in rows[1:]:
        for name, cell in zip(modules, cells, strict=True):
            said[name] |= {*re.findall("`(.*?)`", options)} if cell else set()
    assert said == {name: {*known.USES[module]} for name, module in modules.items()}


def small(*, turned=False):
    ends = {"source": ["a"], "target": ["b"]} if not turned else {"source": ["c"], "target": ["b"]}
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("abc")}), pd.DataFrame(ends))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["it.json", "it.xlsx", "it.csv", "it.##h"])
def test_a_pipe_is_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    for does in (sc.read, lambda path: sc.write(small(), path)):
        with pytest.raises(InputError, match="neither a file nor a folder"):
            does(tmp_path / name)


def test_links_are_followed_if_what_belongs_together_stays_together(tmp_path):
    for folder in ("far", "farther", "near"):
        (tmp_path / folder).mkdir()
    for suffix in (".##h", ".##d"):
        (tmp_path / "near" / f"it{suffix}").symlink_to(tmp_path / "far" / f"real{suffix}")
    sc.write(small(), tmp_path / "near" / "it.##h")
    assert sorted(os.listdir(tmp_path / "far")) == ["real.##d", "real.##h"]
    assert sc.read(tmp_path / "near" / "it.##d") == sc.read(tmp_path / "far" / "real.##h")
    (tmp_path / "near" / "it.##d").unlink()
    (tmp_path / "near" / "it.##d").symlink_to(tmp_path / "farther" / "real.##d")
    with pytest.raises(InputError, match=r"it.##h and it.##d are links to files that do not stand side by side"):
        sc.write(small(turned=True), tmp_path / "near" / "it.##h")


def test_a_folder_of_links_is_not_replaced_by_copies(tmp_path):
    sc.write(small(), tmp_path / "it")
    (tmp_path / "it" / "ties.csv").rename(tmp_path / "annex.csv")
    (tmp_path / "it" / "ties.csv").symlink_to(tmp_path / "annex.csv")
    assert sc.read(tmp_path / "it") == small()
    with pytest.raises(InputError, match=r"holds links to files that stand elsewhere \(ties.csv\)"):
        sc.write(small(turned=True), tmp_path / "it")
    assert sc.read(tmp_path / "it") == small()


@pytest.mark.parametrize("name", ["it", "it.##h"])
def test_what_is_rewritten_while_it_is_read_is_read_again(tmp_path, monkeypatch, name):
    sc.write(small(), tmp_path / name)
    module = known.format_of(tmp_path / name)
    read = module.read
    left = [1]

    def read_slowly(path, options):
        found = read(path, options)
        if left.pop():
            left.append(0)
            sc.write(small(turned=True), tmp_path / name)
        else:
            left.append(0)
        return found

    monkeypatch.setattr(module, "read", read_slowly)
    assert sc.read(tmp_path / name) == small(turned=True)
    left[:] = [1]
    monkeypatch.setattr(files, "_TRIES", 1)
    with pytest.raises(InputError, match="was written to while it was read"):
        sc.read(tmp_path / name)


@pytest.mark.parametrize("name", ["it.gexf", "it.graphml"])
def test_a_projection_in_a_graph_file_says_how_to_leave_the_groups_behind(tmp_path, name):
    affiliations = pd.DataFrame({"actor": list("aab"), "group": list("xyx")})
    actors, groups = pd.DataFrame({"actor": list("ab")}), pd.DataFrame({"group": list("xy")})
    both = sc.Cluster.from_tables(actors, groups=groups, affiliations=affiliations)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SingleEventWarning)
        projected = both.project()
    with pytest.warns(
        TwoModesWarning, match=r"beside them, 3 affiliations .* write cluster\.select\(keep_groups=False\)"
    ):
        sc.write(projected, tmp_path / name)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sc.write(projected.select(keep_groups=False), tmp_path / name)
        sc.write(both, tmp_path / f"both {name}")
    alone = sc.read(tmp_path / name)
    assert (alone.n_actors, alone.n_ties, alone.n_groups, alone.n_affiliations) == (2, 1, 0, 0)


@pytest.mark.parametrize(
    "name", ["", "a\0b.json", "\ud800.json", "n" * 300 + ".json", "n" * 300, "/", None, 5, b"it.json"]
)
@pytest.mark.parametrize(
    "does", [sc.read, sc.read_needs, sc.read_roster, sc.read_scenarios, lambda path: sc.write(small(), path)]
)
def test_every_name_is_answered_in_words(does, name):
    with pytest.raises(InputError):
        does(name)


@pytest.mark.parametrize("name", [*LOSSLESS, *LOSSY])
def test_data_that_others_may_not_read_stay_so_in_every_format(tmp_path, name):
    path = tmp_path / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        sc.write(small(), path)
        private = [tmp_path, *(each for each in tmp_path.rglob("*") if each.is_file())]
        for each in private:
            each.chmod(0o700 if each.is_dir() else 0o600)
        if path.is_dir():
            path.chmod(0o700)
        sc.write(small(turned=True), path)
    modes = {each.relative_to(tmp_path): each.stat().st_mode & 0o077 for each in tmp_path.rglob("*")}
    assert set(modes.values()) == {0}, modes


def test_a_link_to_nowhere_is_told_as_one(tmp_path):
    (tmp_path / "it.json").symlink_to(tmp_path / "annex.json")
    with pytest.raises(InputError, match=r"is a link to a file that is not there; fetch that file, or"):
        sc.read(tmp_path / "it.json")
    sc.write(small(), tmp_path / "it.json")  # it is followed
    assert sc.read(tmp_path / "annex.json") == small()


@pytest.mark.parametrize("target", ["folder", "file.json", "file.xlsx", "file.graphml", "file.gexf"])
def test_derived_ties_come_back_with_what_they_are_derived_from(target, tmp_path):
    network = sc.load_dataset("siauliai").project(keep_groups=False)
    back = sc.read(sc.write(network, tmp_path / target))
    assert back.ties["evidence"].value_counts().to_dict() == {"derived": 146}
    assert set(back.ties["ref"]) == {"derived from attends (documented)"}


def test_a_folder_with_a_workbook_names_it(tmp_path):
    from socluster.starter import new

    new(tmp_path / "mine")
    with pytest.raises(InputError, match=r"did you mean the file .*mine.cluster\.xlsx in it\?"):
        sc.read(tmp_path / "mine")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "README").write_text("x")
    with pytest.raises(InputError, match=r"with one row per actor \(here: none\)"):
        sc.read(tmp_path / "notes")
