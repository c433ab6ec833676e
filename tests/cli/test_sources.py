"""What a command is given to read."""

from argparse import Namespace

import pytest

import socluster as sc
from socluster.cli.sources import opened
from socluster.core.errors import InputError


def test_a_dataset_is_opened_by_its_name():
    assert opened("knoke", Namespace(language="en")) == sc.load_dataset("knoke")


def test_what_lies_on_the_disk_goes_before_a_dataset_of_the_same_name(tmp_path, monkeypatch):
    (tmp_path / "knoke").mkdir()
    (tmp_path / "knoke" / "actors.csv").write_text("actor\nA\n")
    monkeypatch.chdir(tmp_path)
    assert opened("knoke", Namespace(language="en")).labels == ("A",)


@pytest.mark.parametrize(("language", "said"), [("en", "there is no such file"), ("lt", "tokio failo ar aplanko nėra")])
def test_what_is_nowhere_is_told_in_the_language(language, said):
    with pytest.raises(InputError, match=said):
        opened("no-such-cluster", Namespace(language=language))
