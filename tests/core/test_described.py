"""What a cluster says of itself, in two languages."""

import pandas as pd

import socluster as sc
from socluster.core.described import info_in, info_text, meaning_in

INFO = {
    "title": "Clinics",
    "title_lt": "Klinikos",
    "note": "few",
    "empty": "",
    "layer.help.meaning_lt": "padeda",
    "own_lt": "without a key of its own",
}


def test_the_language_that_was_asked_for_goes_first_and_the_other_stands_in():
    assert [info_text(INFO, "title", language) for language in ("en", "lt")] == ["Clinics", "Klinikos"]
    assert info_text(INFO, "note", "lt") == "few"
    assert info_text(INFO, "empty", "lt") is None
    assert info_text(INFO, "licence", "en") is None


def test_each_key_is_listed_once_and_nothing_is_lost():
    assert info_in(INFO, "lt") == {"title": "Klinikos", "note": "few", "empty": "", "own_lt": INFO["own_lt"]}
    assert info_in(INFO, "en")["title"] == "Clinics"


def test_meanings_of_layers_follow_the_language_and_those_that_we_wrote_too():
    help_ = sc.Layer("help", directed=False, meaning="helps")
    assert [meaning_in(INFO, help_, language) for language in ("en", "lt")] == ["helps", "padeda"]
    assert meaning_in({}, help_, "lt") == "helps"
    assert meaning_in({}, sc.Layer("help", directed=False), "lt") is None
    region = sc.load_dataset("siauliai").project()
    (layer,) = (region.layers[name] for name in region.tie_layers)
    assert meaning_in(region.info, layer, "lt") == "grupių, kurioms priklauso abu, skaičius"


def test_files_keep_both_languages(tmp_path):
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]}), info=INFO)
    for name in ("a.json", "a.xlsx", "folder"):
        assert dict(sc.read(sc.write(cluster, tmp_path / name)).info) == dict(cluster.info)
