import pytest

from socluster.app.server.settings import Settings


@pytest.mark.parametrize(
    ("settings", "is_local", "address"),
    [
        (Settings(), True, "http://127.0.0.1:8050/"),
        (Settings(host="::1", port=1), True, "http://[::1]:1/"),
        (Settings(host="0.0.0.0"), False, "http://localhost:8050/"),
        (Settings(host="192.168.1.5"), False, "http://192.168.1.5:8050/"),
        (Settings(public="https://cluster.example.org/a/"), True, "https://cluster.example.org/a/"),
    ],
)
def test_it_says_who_reaches_it_and_where(settings, is_local, address):
    assert (settings.is_local, settings.address) == (is_local, address)
