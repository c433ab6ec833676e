"""Size alone decides what is compiled, and how many draws are measured together."""

from socluster.measures.ensembles.size import draws_of_a_job, is_worth_compiling


def test_size_alone_decides():
    assert [is_worth_compiling(*each) for each in [(40, 500), (40, 501), (64, 160), (65, 1)]] == [
        False,
        True,
        True,
        True,
    ]
    assert [draws_of_a_job(n) for n in (1, 40, 300, 1000)] == [512, 512, 512, 64]
