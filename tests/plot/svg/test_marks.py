"""What marks look like."""

import pandas as pd

from socluster.plot.style import MISSING_LOOK, OTHER_LOOK, PLAIN_LOOK
from socluster.plot.svg.marks import legend, looks_of, mark

ACTORS = pd.DataFrame({"sector": ["public", "civic", None]}, index=pd.Index(["A", "B", "C"], name="actor"))


def test_who_has_no_category_is_told_apart():
    looks = looks_of(ACTORS, "sector", "lt")
    assert looks.of_actor["C"] == MISSING_LOOK
    assert [name for name, _ in looks.entries] == ["viešasis", "pilietinis", "nenurodyta"]


def test_without_a_column_all_are_alike():
    looks = looks_of(ACTORS, None, "en")
    assert set(looks.of_actor.values()) == {PLAIN_LOOK}
    assert looks.entries == ()


def test_rare_categories_are_others():
    many = pd.DataFrame({"kind": list("abcdefghij")}, index=[str(n) for n in range(10)])
    looks = looks_of(many, "kind", "en")
    assert OTHER_LOOK in looks.of_actor.values()
    assert looks.entries[-1] == ("others", OTHER_LOOK)


def test_a_long_legend_takes_several_lines():
    entries = tuple((f"category {n}", PLAIN_LOOK) for n in range(12))
    _, short = legend(entries[:2], 10, 760)
    _, long = legend(entries, 10, 760)
    assert long > short
    assert legend((), 10, 760)[0] == []
    assert "stroke" in mark(MISSING_LOOK, 0, 0, 1)
