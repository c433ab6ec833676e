"""The page of measures is complete and says what the functions say."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_measures_is_up_to_date():
    page = runpy.run_path(str(DOCS / "reference.py"))["page"]
    assert (DOCS / "measures.md").read_text(encoding="utf-8") == page(), "run: python docs/reference.py"
