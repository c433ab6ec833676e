"""Who may ask, and what a page may do: hosts, origins, sessions, and the headers of every answer."""

from __future__ import annotations

import ipaddress
import re
import secrets
from urllib.parse import urlsplit

from socluster.app.server.settings import Settings

__all__ = ["HEADERS", "Doors", "new_session"]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_SESSION = re.compile(r"[\w-]{32,64}\Z", re.ASCII)


class Doors:
    """The names under which the server may be asked.

    A page of somebody else could have its own name lead to this computer (DNS rebinding), or send questions from a
    browser that knows the way (cross-site requests). The first asks under a name that is not ours, the second says
    where it comes from.

    Parameters
    ----------
    settings : Settings
        Where the server listens, and what it is called outside.
    """

    def __init__(self, settings: Settings) -> None:
        self.is_local = settings.is_local
        self.port = settings.port
        self.public = urlsplit(settings.public) if settings.public else None

    def lets_in(self, host: str) -> bool:
        """Whether the server may be asked under this name (the header Host)."""
        if self.public is not None and host.casefold() == self.public.netloc.casefold():
            return True
        try:
            name = urlsplit(f"//{host}")
            if (name.port or 80) != self.port or name.hostname is None or name.username is not None:
                return False
        except ValueError:  # a port that is no number, or half a bracket
            return False
        return name.hostname == "localhost" or _is_number(name.hostname, only_loopback=self.is_local)

    def comes_from_here(self, origin: str | None, host: str) -> bool:
        """Whether a question comes from the page of this server (the header Origin)."""
        if origin is None:
            return False
        if self.public is not None and origin.casefold() == f"{self.public.scheme}://{self.public.netloc}".casefold():
            return True
        return origin == f"http://{host}"

    @property
    def cookie(self) -> str:
        """What the cookie is called: servers on other ports of the computer have others."""
        return f"socluster_{self.port}"

    @property
    def is_secure(self) -> bool:
        """Whether the cookie goes through https only."""
        return self.public is not None and self.public.scheme == "https"

    @staticmethod
    def session(cookie: str | None) -> str | None:
        """Return the session that a cookie says, if it can be one."""
        return cookie if cookie is not None and _SESSION.match(cookie) else None


def new_session() -> str:
    """Return the secret name of a new session."""
    return secrets.token_urlsafe(24)


def _is_number(host: str, *, only_loopback: bool) -> bool:
    """Whether a host is the number of a computer, for which nobody else can have a name of theirs stand."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return number.is_loopback or not only_loopback
