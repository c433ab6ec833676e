from socluster.words.places import filled, places


def test_only_names_in_braces_are_places():
    assert places("{one} {'two': 3} {} {4} {five_6}") == ["one", "five_6"]


def test_all_are_filled_at_once():
    assert filled("{a} {b} {a}", {"a": "{b}", "b": "x"}) == "{b} x {b}"
    assert filled("layers={example}", {}) == "layers={example}"
