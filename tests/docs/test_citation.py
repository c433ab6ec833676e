"""CITATION.cff says which version this is."""

import page_code
import yaml

import socluster


def test_the_citation_is_complete_and_up_to_date():
    citation = yaml.safe_load((page_code.DOCS.parent / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(citation)
    assert citation["version"] == socluster.__version__
    assert citation["license"] == "BSD-3-Clause"
