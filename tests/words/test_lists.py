from socluster.words import either, listed


def test_lists():
    assert listed([], "en") == "–"
    assert listed(["A"], "lt") == "A"
    assert listed(iter(["A", "B"]), "en") == "A and B"
    assert listed(["A", "B", "C"], "lt") == "A, B ir C"
    assert either(["A", "B", "C"], "lt") == "A, B arba C"
    assert listed(["{last}", "{first}"], "en") == "{last} and {first}"


def test_a_long_list_is_cut():
    assert listed("ABCD", "en", most=3) == "A, B, C and D"
    assert listed("ABCDE", "lt", most=3) == "A, B, C ir dar 2"
