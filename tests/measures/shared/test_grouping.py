"""Groups and numbers that measures read, and the memberships that they hand back."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster import Cluster, InputError
from socluster.core.groupings import partition
from socluster.measures.shared.grouping import group_name, grouping, membership, numbers


def people(**columns):
    return Cluster.from_tables(pd.DataFrame({"actor": list("ABCD"), **columns}))


TOWN = people(sector=["public", "civic", "public", "civic"], level=["two", "one", "one", "one"], staff=[3, 1, 4, 1])


def test_groups_of_a_column_stand_in_alphabetical_order():
    found = grouping(partition(TOWN, "sector"))
    assert found.labels.tolist() == ["civic", "public"]
    assert found.labels.name == "sector"
    assert found.codes.tolist() == [1, 0, 1, 0]
    assert found.sizes.tolist() == [2, 2]


def test_groups_of_a_categorical_keep_their_order_and_the_empty_ones():
    levels = pd.Categorical(["low", "high", "low", "low"], categories=["low", "middle", "high"])
    found = grouping(partition(TOWN, pd.Series(levels, index=list("ABCD"), name="need")))
    assert found.labels.tolist() == ["low", "middle", "high"]
    assert found.labels.name == "need"
    assert found.sizes.tolist() == [3, 0, 1]


def test_a_series_is_read_by_actor_and_strangers_do_not_matter():
    given_groups = pd.Series(["x", "y", "x", "z", "y"], index=["D", "C", "B", "stranger", "A"])
    found = grouping(partition(TOWN, given_groups))
    assert [found.labels[code] for code in found.codes] == ["y", "x", "y", "x"]
    assert found.labels.tolist() == ["x", "y"]
    assert found.labels.name == "group"


def test_columns_combine():
    found = grouping(partition(TOWN, ["sector", "level"]))
    assert [found.labels[code] for code in found.codes] == [
        "public × two",
        "civic × one",
        "public × one",
        "civic × one",
    ]


def test_numbers_of_a_column_and_of_a_series():
    assert numbers(TOWN, "staff").tolist() == [3, 1, 4, 1]
    assert numbers(TOWN, "staff").dtype == float
    assert numbers(TOWN, pd.Series([1, 2, 3, 4], index=list("DCBA"))).tolist() == [4, 3, 2, 1]
    assert numbers(Cluster.from_tables(pd.DataFrame({"actor": []})), pd.Series(dtype=object)).tolist() == []


def test_who_has_no_number_or_none_that_ends_is_named():
    with pytest.raises(InputError, match="has no value") as error:
        numbers(TOWN, pd.Series([1.0, np.nan], index=["A", "C"]))
    assert [problem.row for problem in error.value.problems] == ["B", "C", "D"]
    with pytest.raises(InputError, match="must be finite") as error:
        numbers(TOWN, pd.Series([1.0, np.inf, -np.inf, 2.0], index=list("ABCD")))
    assert [problem.row for problem in error.value.problems] == ["B", "C"]
    with pytest.raises(InputError, match="must hold numbers") as error:
        numbers(TOWN, "sector")
    assert [(problem.column, problem.value) for problem in error.value.problems] == [("sector", "public")]
    with pytest.raises(InputError, match="did you mean 'staff'"):
        numbers(TOWN, "stuff")


def test_parts_are_numbered_from_the_largest():
    """Part 9 has two members and is listed before part 2, which has as many; part 5 has three."""
    found = membership(np.array([9, 2, 5, 5, 2, 9, 5, 1]), pd.Index(list("abcdefgh")), "parts")
    assert found.tolist() == [2, 3, 1, 1, 3, 2, 1, 4]
    assert found.cat.categories.tolist() == [1, 2, 3, 4]
    assert found.name == "parts"
    assert membership(np.array([], dtype=int), pd.Index([]), "parts").empty


@given(st.lists(st.integers(-2, 4), max_size=9))
def test_a_membership_is_the_same_partition(codes):
    found = membership(np.array(codes, dtype=int), pd.RangeIndex(len(codes)), "parts").tolist()
    assert [[one == other for other in found] for one in found] == [[one == other for other in codes] for one in codes]
    sizes = [found.count(part) for part in sorted(set(found))]
    assert sizes == sorted(sizes, reverse=True)
    assert sorted(set(found)) == list(range(1, len(sizes) + 1))


def test_a_grouping_is_called_as_people_call_it():
    assert group_name("sector", "lt") == "sektorius"
    assert group_name("sector × level", "lt") == "sektorius × lygmuo"
    assert group_name("concor", "lt") == "CONCOR pozicijos"
    assert group_name("our_circles") == "our circles"
