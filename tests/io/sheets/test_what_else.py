"""Tables that are neither a list nor a matrix of numbers, and what to do about them."""

import pytest

from socluster.core.errors import InputError


def test_a_column_for_each_partner(read):
    text = "Id,Who are you?,Partners [A],Partners [B]\n1,A,0,1\n2,B,1,0\n"
    with pytest.raises(InputError, match=r"has a column for each partner.*\(Partners \[A\] and Partners \[B\]\)"):
        read(text)
    assert len(read("Who are you?,A,B\nA,0,1\nB,1,0\n").ties) == 1


def test_words_in_a_matrix(read):
    for cells in (("x", ""), ("taip", "ne"), ("Yes", "No")):
        yes, no = cells
        with pytest.raises(InputError, match=f"looks like a matrix, but its cells are no numbers .*{yes}"):
            read(f";A;B;C\nA;{no};{yes};{no}\nB;{yes};{no};{yes}\nC;{no};{yes};{no}\n")


def test_names_above_that_repeat_the_question(read):
    with pytest.raises(InputError, match="the names above it hold more than those beside it"):
        read("Who;Partner: A;Partner: B\nA;0;3\nB;4;0\n")


def test_explanations_under_the_header(read):
    text = 'Q1,Q2\nWhich organisation,Whom\n"{""ImportId"":""QID1""}","{""ImportId"":""QID2""}"\nA,B\n'
    with pytest.raises(InputError, match=r"row 2: explains the columns.*\n.*row 3"):
        read(text, source="Q1", target="Q2")


def test_the_columns_proposed_may_be_ends(read):
    forms = "Timestamp,Your organisation,Partner\n2026/02/01 10:00:00,A,B\n2026/02/01 10:05:00,B,C\n"
    with pytest.raises(InputError, match=r"read\(\.\.\., source='Your organisation', target='Partner'\)"):
        read(forms)
    assert len(read(forms, source="Your organisation", target="Partner").ties) == 2
    with pytest.raises(InputError, match="are called source and target"):
        read("Health,Health,Education\nA,B,C\nD,E,F\n")


def test_numbered_columns(read):
    for header in ("Meeting,Attendee 1,Attendee 2", "Name,Partner_1,Partner_2", "Id,Org (1),Org (2)"):
        with pytest.raises(InputError, match="has a column for each of several names"):
            read(f"{header}\nForum,A,B\nBoard,B,C\n")
    with pytest.raises(InputError, match="are called otherwise"):
        read("Unit 1,Role\nA,B\nB,C\n")


def test_a_list_of_numbers_under_names_that_are_not_known(read):
    with pytest.raises(InputError, match=r"read\(\.\.\., source='a', target='b'\) reads a list of ties"):
        read("a,b,val\n1,2,1\n2,3,4\n")
    with pytest.raises(InputError, match=r"row 3.*if this is no matrix, read\(\.\.\., source='a', target='b'\)"):
        read("a,b,val\n1,2,1\n1,3,4\n")
    assert len(read("a,b,val\n1,2,1\n1,3,4\n", source="a", target="b").ties) == 2


def test_directions_told_by_yes_and_no(read):
    assert len(read("from,to,directed\nA,B,taip\nB,C,ne\n").ties) == 3
