"""What is said of a column is said in the language."""

from socluster.starter.fields import Field, Sheet
from socluster.starter.sheets import SHEETS


def test_the_first_is_english_and_the_second_lithuanian():
    field = Field(("place", "vieta"), "text", ("Where it is.", "Kur tai yra."))
    sheet = Sheet("actors", ("actors", "veikėjai"), (field,))
    assert (field.name("en"), field.name("lt")) == ("place", "vieta")
    assert (field.note("en"), field.note("lt")) == ("Where it is.", "Kur tai yra.")
    assert (sheet.title("en"), sheet.title("lt")) == ("actors", "veikėjai")


def test_no_two_columns_of_a_sheet_are_called_alike_and_none_has_the_note_of_the_other_language():
    for sheet in SHEETS:
        for language in ("en", "lt"):
            names = [field.name(language) for field in sheet.fields]
            assert len(names) == len(set(names))
        assert all(field.note("en") != field.note("lt") for field in sheet.fields)
