import pytest

from socluster.app.server.safety import HEADERS, Doors, new_session
from socluster.app.server.settings import Settings

LOCAL = Doors(Settings())
OPEN = Doors(Settings(host="0.0.0.0"))
PUBLIC = Doors(Settings(public="https://cluster.example.org"))


@pytest.mark.parametrize(
    ("doors", "host", "is_let_in"),
    [
        (LOCAL, "127.0.0.1:8050", True),
        (LOCAL, "localhost:8050", True),
        (LOCAL, "[::1]:8050", True),
        (LOCAL, "127.0.0.1", False),
        (LOCAL, "127.0.0.1:80", False),
        (LOCAL, "192.168.1.5:8050", False),
        (LOCAL, "evil.example:8050", False),
        (LOCAL, "localhost.evil.example:8050", False),
        (LOCAL, "evil@localhost:8050", False),
        (LOCAL, "localhost:x", False),
        (LOCAL, "[::1", False),
        (LOCAL, "", False),
        (OPEN, "192.168.1.5:8050", True),
        (OPEN, "evil.example:8050", False),
        (PUBLIC, "cluster.example.org", True),
        (PUBLIC, "127.0.0.1:8050", True),
        (PUBLIC, "other.example.org", False),
    ],
)
def test_it_answers_to_its_own_names_only(doors, host, is_let_in):
    assert doors.lets_in(host) is is_let_in


@pytest.mark.parametrize(
    ("doors", "origin", "is_ours"),
    [
        (LOCAL, "http://localhost:8050", True),
        (LOCAL, "http://localhost:8051", False),
        (LOCAL, "https://localhost:8050", False),
        (LOCAL, "null", False),
        (LOCAL, None, False),
        (PUBLIC, "https://cluster.example.org", True),
        (PUBLIC, "http://cluster.example.org", False),
    ],
)
def test_it_takes_questions_from_its_own_page_only(doors, origin, is_ours):
    assert doors.comes_from_here(origin, "localhost:8050") is is_ours


def test_sessions_are_long_and_of_plain_signs():
    assert Doors.session(new_session()) is not None
    assert new_session() != new_session()
    for cookie in (None, "", "short", "x" * 200, "x" * 31 + "\n", "ą" * 40):
        assert Doors.session(cookie) is None


def test_the_cookie_goes_through_https_where_there_is_https():
    assert PUBLIC.is_secure
    assert not LOCAL.is_secure
    assert LOCAL.cookie != Doors(Settings(port=8051)).cookie


def test_nothing_inline_may_run():
    policy = HEADERS["Content-Security-Policy"]
    assert "script-src 'self'; style-src 'self';" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
