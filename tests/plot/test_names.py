"""What a picture calls the columns that it is given."""

import pytest

from socluster.plot.names import SIZE, UNNAMED_COLOR, quantity_name


@pytest.mark.parametrize(
    ("name", "english", "lithuanian"),
    [
        ("sector", "sector", "sektorius"),  # a column of the actors
        ("part_of", "part of", "kurio dalis"),
        ("betweenness", "betweenness", "tarpiškumas"),  # a measure
        ("ei_index", "E-I index", "E–I indeksas"),
        ("cost", "cost", "kaina"),  # a column of results
        ("gain", "gain", "nauda"),
        (UNNAMED_COLOR, "colour", "spalva"),
        (SIZE, "size", "dydis"),
        ("budget", "budget", "budget"),  # a user's own
        ("Įmonės dydis", "Įmonės dydis", "Įmonės dydis"),
    ],
)
def test_what_is_ours_is_in_the_language_and_what_is_the_users_own_is_kept(name, english, lithuanian):
    assert quantity_name(name, "en") == english
    assert quantity_name(name, "lt") == lithuanian
