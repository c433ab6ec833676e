"""Names that are probably one."""

import warnings

import pytest

import socluster as sc
from socluster.core.errors import NearNameWarning
from socluster.io.survey.near_actors import warn_of_near_actors


def told(names, respondents):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        warn_of_near_actors(names, respondents)
    return [str(each.message) for each in found]


@pytest.mark.parametrize(
    ("names", "respondents", "n"),
    [
        (["Clinic of Kelmė", "Clinic of Kelme"], ["Clinic of Kelmė"], 1),
        (["Clinic", "Clinc", "School"], ["Clinic", "School"], 1),
        (["Clinic", "Clinc"], ["Clinic", "Clinc"], 0),  # both answered
        (["Clinics", "Cliniks"], [], 1),  # nobody answered: told once
        (["School 1", "School 2"], ["School 1"], 0),
        (["School A", "School B"], ["School A"], 0),
        (["Anna", "Anne"], ["Anna"], 0),  # short
        (["clinic", "Clinic"], ["Clinic"], 1),
        (["A", "B"], ["A"], 0),
    ],
)
def test_who_is_called_almost_like_somebody_is_told(names, respondents, n):
    assert len(told(names, respondents)) == n


def test_a_slip_in_a_questionnaire_without_a_list_of_actors_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("respondent,partner,contact\nSchool,Clinic,1\nClinic,School,1\nCourt,Clinc,1\n", encoding="utf-8")
    with pytest.warns(NearNameWarning, match="'Clinc' and 'Clinic' became two actors"):
        assert sc.read_roster(path).n_actors == 4
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(sc.InputError, match=r"is not on the roster.*did you mean 'Clinic'"):
            sc.read_roster(path, actors=["School", "Clinic", "Court"])
