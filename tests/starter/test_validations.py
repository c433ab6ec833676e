"""Drop-down lists and rules of the workbook."""

import openpyxl
import pytest

from socluster.core.schema import EVIDENCE, LEVELS, SECTORS, evidence_meant, value_meant
from socluster.starter.fields import Field
from socluster.starter.sheets import SHEETS
from socluster.starter.validations import YES_NO, listed_words, validation
from tests.starter.workbooks import columns_of, sheet_of


def test_drop_down_lists_and_rules(folder, language):
    book = openpyxl.load_workbook(folder / "cluster.xlsx")

    def rule(table, column):
        about = next(sheet for sheet in SHEETS if sheet.table == table)
        name = next(field.name(language) for field in about.fields if field.names[0] == column)
        sheet = book[about.title(language)]
        cells = f"{columns_of(sheet)[name]}2:{columns_of(sheet)[name]}2001"
        return next(rule for rule in sheet.data_validations.dataValidation if str(rule.sqref) == cells)

    assert rule("actors", "sector").formula1 == '"' + ",".join(listed_words("sector", language)) + '"'
    assert rule("actors", "sector").errorStyle == "warning"
    assert rule("actors", "level").formula1 == '"' + ",".join(listed_words("level", language)) + '"'
    assert rule("actors", "responded").formula1 == '"' + ",".join(YES_NO[language]) + '"'
    assert rule("ties", "evidence").formula1 == '"' + ",".join(listed_words("evidence", language)) + '"'
    actors, layers = (sheet_of(book, table, language).title for table in ("actors", "layers"))
    for table, column in (("ties", "source"), ("ties", "target"), ("affiliations", "actor")):
        assert rule(table, column).type == "list"
        assert rule(table, column).errorStyle == "stop"
        assert f"'{actors}'!$A$2" in rule(table, column).formula1
    assert f"'{layers}'!$A$2" in rule("ties", "layer").formula1
    confidence, amount = rule("ties", "confidence"), rule("needs", "amount")
    assert (confidence.type, confidence.operator, confidence.formula1, confidence.formula2) == (
        "decimal",
        "between",
        "0",
        "1",
    )
    assert (amount.type, amount.operator, amount.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert rule("ties", "weight").type == "decimal"
    assert rule("actors", "actor").formula1 == "COUNTIF($A$2:$A$2001,A2)=1"
    assert all(rule.error for sheet in book for rule in sheet.data_validations.dataValidation)


def test_the_lists_offer_words_of_the_language_that_the_reader_understands(language):
    sectors, levels, evidence = (listed_words(check, language) for check in ("sector", "level", "evidence"))
    assert tuple(value_meant("sector", word) for word in sectors) == SECTORS
    assert tuple(value_meant("level", word) for word in levels) == LEVELS
    assert tuple(map(evidence_meant, evidence)) == EVIDENCE
    if language == "lt":
        assert not {*sectors, *levels, *evidence} & {*SECTORS, *LEVELS, *EVIDENCE}


def field(check):
    return Field(("column", "stulpelis"), check, ("Note.", "Pastaba."))


@pytest.mark.parametrize("check", ["sector", "level", "evidence", "scale", "yes"])
def test_a_list_is_short_enough_for_a_spreadsheet(check, language):
    rule = validation(field(check), "actors", "C2:C2001", language)
    assert rule.type == "list"
    assert len(rule.formula1) <= 255
    assert rule.formula1.count('"') == 2
    assert str(rule.sqref) == "C2:C2001"


def test_what_is_free_has_no_rule(language):
    assert validation(field("text"), "actors", "A2:A9", language) is None
    assert validation(field("weight"), "info", "A2:A9", language) is None


def test_an_own_word_is_doubted_and_not_refused(language):
    doubted = {
        check: validation(field(check), "ties", "A2:A9", language).errorStyle for check in ("sector", "level", "layer")
    }
    assert set(doubted.values()) == {"warning"}
    assert validation(field("evidence"), "ties", "A2:A9", language).errorStyle == "stop"


def test_a_new_name_is_new_in_its_own_column(language):
    rule = validation(field("id"), "groups", "AB2:AB2001", language)
    assert rule.formula1 == "COUNTIF($AB$2:$AB$2001,AB2)=1"
