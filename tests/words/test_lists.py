from socluster.words import either, itemised, listed


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


def test_no_name_turns_what_is_listed():
    assert listed(["A\u202e", "B"], "en") == "A\\u202e and B"
    assert either(["A", "B\u2067"], "lt") == "A arba B\\u2067"
    assert itemised(["A\u200b", "B\nC"], "en") == "A\\u200b; B\nC"
