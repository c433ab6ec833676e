from socluster.development.incubation.assumed import KINDS, RANGES, kind_of_event, quantity_name, table_of_assumptions


def test_kinds_in_the_plural_and_in_capitals_are_the_same():
    assert [kind_of_event(f"{kind.upper()}S") for kind in KINDS] == list(KINDS)
    assert kind_of_event("  Round_Table ") == "round table"


def test_every_mark_is_known_and_every_row_says_where_it_is_from():
    table = table_of_assumptions()
    assert set(table["mark"]) == {"assumed", "found"}
    assert (table["source"].str.len() > 5).all()
    assert set(RANGES) == set(table.index)


def test_quantities_have_names_in_both_languages():
    for name in ("formation", "repeat", "half_life", "competition"):
        assert quantity_name(name, "en")
        assert quantity_name(name, "lt") != quantity_name(name, "en")
    assert quantity_name("something else", "lt") == "something else"
