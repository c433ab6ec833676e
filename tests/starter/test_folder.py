"""The folder with which somebody starts a cluster, whole or not at all."""

import pytest

from socluster.core.errors import InputError
from socluster.starter import new
from socluster.starter.folder import FILES


def test_what_is_in_the_folder(folder, language):
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    assert [path.name for path in folder.parent.iterdir()] == ["mine"]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert readme.startswith({"en": "# A cluster of your own\n", "lt": "# Jūsų klasteris\n"}[language])


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_never_overwritten(tmp_path, there):
    target = tmp_path / "mine"
    if there == "folder":
        target.mkdir()
    elif there == "file":
        target.write_text("mine")
    else:
        target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="there is something already"):
        new(target)
    with pytest.raises(InputError, match="čia jau kažkas yra"):
        new(target, language="lt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_failure_leaves_nothing_behind(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("socluster.starter.folder.write_workbook", fail)
    with pytest.raises(InputError, match="cannot be written: No space left"):
        new(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []
