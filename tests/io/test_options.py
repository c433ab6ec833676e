"""The options of reading."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster
from socluster.io.options import ReadingOptions


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"self_ties": "keep"}, "must be one of 'refuse', 'drop'"),
            ({"directed": "yes"}, "must be True, False or None"),
            ({"two_mode": 1}, "must be True, False or None"),
            ({"weight": 3}, "weight must be a text or None"),
            ({"name": 3}, "name must be a text or None"),
        ],
    )
    def test_options_are_checked(self, options, message):
        with pytest.raises(InputError, match=message):
            as_cluster([("a", "b")], **options)

    def test_an_encoding_must_exist(self):
        with pytest.raises(InputError, match="no such encoding") as caught:
            ReadingOptions(encoding="utf8-8")
        assert (caught.value.problems[0].column, caught.value.problems[0].nearest) == ("encoding", "utf-8")
        for odd in ("\0", "hex", ""):
            with pytest.raises(InputError, match="no such encoding"):
                ReadingOptions(encoding=odd)

    def test_all_wrong_options_are_named_at_once(self):
        with pytest.raises(InputError) as caught:
            ReadingOptions(duplicates="add", missing="NA", layers=["x"], sheet=1)
        assert {problem.column for problem in caught.value.problems} == {"duplicates", "missing", "layers", "sheet"}

    def test_layers_say_what_each_is(self):
        with pytest.raises(InputError, match="must be a mapping such as"):
            ReadingOptions(layers={"tie": 5})
        layers = as_cluster([("a", "b")]).layers
        assert as_cluster([("a", "b")], layers=layers).layers == layers

    def test_a_hint_is_a_call_or_what_is_typed(self):
        assert ReadingOptions().way(source="Who", missing=["NA"]) == "read(..., source='Who', missing=['NA'])"
        typed = ReadingOptions(caller="command")
        assert typed.way(directed=True, source="a b") == '--directed --source "a b"'
        assert typed.way(two_mode=False, layer=None) == "--no-two-mode --no-layer"
        assert typed.way(missing=["NA", "-"]) == '--missing NA "-"'

    def test_only_what_was_given_counts(self):
        assert ReadingOptions().given == []
        assert ReadingOptions(self_ties="refuse", weight=None, labels=["a"]).given == ["labels", "weight"]

    def test_the_direction_of_a_layer_comes_before_that_of_all(self):
        options = ReadingOptions(directed=False, layers={"referral": {"directed": True}, "money": {"scale": "frey"}})
        assert [options.direction_of(name) for name in ("referral", "money", "tie")] == [True, False, False]
