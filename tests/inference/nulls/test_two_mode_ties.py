"""A fixed number of affiliations."""

import socluster as sc


def test_the_number_stays_and_groups_change_size():
    davis = sc.load_dataset("davis")
    sizes = set()
    for seed in range(5):
        drawn = sc.nulls.TwoModeTies().draw(davis, rng=seed)
        assert drawn.n_affiliations == davis.n_affiliations
        sizes.add(tuple(drawn.affiliations["group"].value_counts().sort_index()))
    assert len(sizes) > 1
