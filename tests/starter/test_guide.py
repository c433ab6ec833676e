"""The first sheet of the workbook names the others."""

import pytest

from socluster.core.errors import InputError
from socluster.io.files import read
from socluster.starter.guide import guide_lines
from socluster.starter.sheets import SHEETS


def test_every_sheet_is_named_in_its_order(language):
    text = "\n".join(guide_lines(language))
    quoted = {"en": "'{}'", "lt": "„{}“"}[language]
    places = [text.index(quoted.format(sheet.title(language))) for sheet in SHEETS]
    assert places == sorted(places)


def test_steps_are_numbered_alike_in_both_languages():
    numbers = [[line[:2] for line in guide_lines(language) if line[1:2] == "."] for language in ("en", "lt")]
    assert numbers[0] == numbers[1] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert len(guide_lines("en")) == len(guide_lines("lt"))


def test_the_first_sheet_and_the_error_say_the_same_of_weights(tmp_path):
    """What may be left empty in the workbook is not refused afterwards without having been told."""
    assert any("only a weight is needed in every row of a layer" in line for line in guide_lines("en"))
    assert any("tik svorio" in line for line in guide_lines("lt"))
    (tmp_path / "ties.csv").write_text("source,target,weight\na,b,2\nb,c,\n", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"row 3.*write one in every row of the layer \(1 where all count alike\) or in none"
    ):
        read(tmp_path / "ties.csv")
