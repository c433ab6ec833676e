"""What a report says before it has a form."""

import socluster as sc
from socluster.core.version import VERSION
from socluster.report.content import content_of


def test_the_line_of_source_names_source_version_and_data(facts):
    region = sc.load_dataset("siauliai")
    said = content_of(facts(region)).source
    assert VERSION in said
    assert region.fingerprint in said
    assert region.info["source"].rstrip(".") in said


def test_a_title_of_ones_own_goes_before_the_name(facts):
    region = sc.load_dataset("siauliai")
    assert content_of(facts(region), "Who connects?").title == "Who connects?"
    assert "Šiauliai" in content_of(facts(region)).title


def test_the_summary_holds_the_sections_that_have_a_number(facts):
    content = content_of(facts("AB BC"))
    assert content.short == [part.short for part in content.parts if part.short]
    assert content.short
