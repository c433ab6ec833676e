"""`socluster.report`, which is called and holds names."""

import inspect

import pytest

import socluster as sc
from socluster.report.namespace import Report, report
from socluster.report.report import report as function
from tests import typed_user


def test_it_is_one_thing_wherever_it_comes_from():
    assert report is sc.report
    assert isinstance(sc.report, Report)
    assert inspect.signature(sc.report) == inspect.signature(function)


def test_what_type_checkers_take_runs(tmp_path):
    assert [path.name for path in typed_user.reported(tmp_path)] == ["report.html", "page.html"]
    assert (tmp_path / "tables.xlsx").is_file()


def test_what_type_checkers_refuse_is_refused(tmp_path):
    with pytest.raises(sc.InputError, match="language"):
        typed_user.refused(tmp_path)
