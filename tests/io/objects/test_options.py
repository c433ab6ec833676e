"""The options of `as_cluster`."""

from __future__ import annotations

import pytest

from socluster.core.errors import InputError
from socluster.io.objects import as_cluster


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"self_ties": "keep"}, "must be 'refuse' or 'drop'"),
            ({"directed": "yes"}, "must be True, False or None"),
            ({"two_mode": 1}, "must be True, False or None"),
            ({"weight": 3}, "must be the name of an attribute"),
            ({"name": 3}, "must be text"),
        ],
    )
    def test_options_are_checked(self, options, message):
        with pytest.raises(InputError, match=message):
            as_cluster([("a", "b")], **options)
