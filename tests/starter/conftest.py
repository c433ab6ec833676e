import pytest

from socluster.starter import new
from tests.starter.workbooks import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def folder(tmp_path, language):
    return new(tmp_path / "mine", language=language)
