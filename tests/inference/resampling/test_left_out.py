"""Values without each actor."""

import socluster as sc
from socluster.inference.resampling.left_out import values_without_each
from socluster.inference.resampling.of_whole import of_whole


def test_each_value_is_that_of_the_cluster_without_the_actor():
    kite = sc.load_dataset("kite")
    found = values_without_each(kite, of_whole([sc.density, sc.transitivity], kite)[0])
    assert found.index.equals(kite.index)
    for actor in kite.labels:
        rest = kite.without_actor(actor)
        assert found.loc[actor].tolist() == [sc.density(rest), sc.transitivity(rest)]
