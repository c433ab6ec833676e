"""The first sheet of the workbook names the others."""

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
