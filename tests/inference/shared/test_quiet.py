"""What was said already is not said again; anything else is."""

import warnings

import pytest

from socluster.core.errors import NearNameWarning, UnknownTiesWarning
from socluster.inference.shared.quiet import quietly


def test_only_what_was_said_of_the_observed_cluster_is_left_unsaid():
    with quietly():
        warnings.warn("x", UnknownTiesWarning, stacklevel=1)
        with pytest.warns(NearNameWarning):
            warnings.warn("y", NearNameWarning, stacklevel=1)
