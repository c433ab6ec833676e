"""The demonstration says the same in both languages, and nothing but names in the other one."""

import re

import pytest

import socluster as sc
from socluster.demo import run


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the demonstration prints and its page, by language."""
    import contextlib
    import io

    found = {}
    for language in ("en", "lt"):
        page, printed = tmp_path_factory.mktemp(language) / "demo.html", io.StringIO()
        with contextlib.redirect_stdout(printed):
            written = run(page, language=language, draws=60, seed=3)
        found[language] = printed.getvalue().replace(str(written), "PATH"), page.read_text(encoding="utf-8")
    return found


def words(text):
    return set(re.findall(r"[A-Za-zĄČĘĖĮŠŲŪŽąčęėįšųūž]{4,}", text))


def names():
    region = sc.load_dataset("siauliai")
    fingerprints = [region.fingerprint, region.project().fingerprint]
    return words(" ".join([*region.labels, *region.groups.index, region.name, *fingerprints]))


def test_what_is_printed_in_lithuanian_holds_no_english_but_names(said):
    both = words(said["en"][0]) & words(said["lt"][0])
    assert both - names() <= {"PATH", "Beta", "Rates", "ties", "suggest"}  # and calls of Python


def test_numbers_are_the_same_in_both(said):
    english = re.findall(r"\d+(?:\.\d+)?", said["en"][0].replace("\u00a0", ""))
    lithuanian = re.findall(r"\d+(?:,\d+)?", said["lt"][0].replace("\u00a0", ""))
    assert {each for each in english if "." in each} == {each.replace(",", ".") for each in lithuanian if "," in each}


@pytest.mark.one_of(2)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_seed_decides(tmp_path, capsys, language):
    def answer(seed):
        run(tmp_path / "demo.html", language=language, draws=30, seed=seed)
        return capsys.readouterr().out

    assert answer(1) == answer(1)
    assert answer(1) != answer(2)


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_page_says_what_it_was_made_of(said, language):
    page = said[language][1]
    assert f'lang="{language}"' in page
    assert sc.load_dataset("siauliai").fingerprint in page
    assert {"en": "Seed 3, 60 draws", "lt": "60 bandym"}[language] in page
    assert "{" not in re.sub(r"<(script|style).*?</\1>", "", page, flags=re.DOTALL)


def test_tables_in_lithuanian_name_organisations_in_lithuanian(said):
    assert "Šiaulių regiono ekspertas" in said["lt"][0]
    assert "Regional expert" not in said["lt"][0]
    assert "Regional expert Šiauliai" in said["en"][0]
