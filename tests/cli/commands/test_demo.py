"""`socluster demo`."""

import pytest

from socluster.cli import main


@pytest.mark.parametrize("language", ["en", "lt"])
def test_demo_prints_the_answer_and_writes_one_page(tmp_path, capsys, language):
    page = tmp_path / "demo.html"
    assert main(["demo", "--draws", "20", "--output", str(page), "--language", language]) == 0
    said = capsys.readouterr().out
    assert {"en": "psychologist hub in Kelmė: density", "lt": "psichologų centras Kelmėje: tankis"}[language] in said
    assert {"en": "MSSL", "lt": "Socialinės apsaugos ir darbo ministerija"}[language] in said
    assert "{" not in said.replace("{'", "")
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert "Šiauliai" in text


def test_the_demo_says_the_same_twice(tmp_path, capsys):
    said = []
    for seed in ([], ["--seed", "7"], ["--seed", "8"]):
        main(["demo", "--draws", "20", *seed, "--output", str(tmp_path / "demo.html")])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert said[0] != said[2]
