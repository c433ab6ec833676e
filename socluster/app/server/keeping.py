"""What the server keeps for each visitor: data that were brought, and files that are ready to be taken.

Contents lie in temporary files that have no name: no path could lead to them, and the operating system removes them
even if the server is killed. A key cannot be guessed, and opens nothing for another visitor.
"""

from __future__ import annotations

import secrets
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

__all__ = ["Keeping", "KeptThing"]


@dataclass
class KeptThing:
    """One thing that is kept.

    Parameters
    ----------
    session : str
        Whose it is.
    name : str
        What it is called when it is shown or taken.
    about : mapping
        What it is, in plain values.
    content : file, optional
        Its bytes.
    size : int
        How many.
    used : float
        When it was last asked for.
    """

    session: str
    name: str
    about: Mapping[str, Any]
    content: IO[bytes] | None
    size: int
    used: float
    key: str = field(default_factory=lambda: secrets.token_urlsafe(18))

    def bytes(self) -> bytes:
        """Return the content."""
        if self.content is None:
            return b""
        self.content.seek(0)
        return self.content.read()

    def close(self) -> None:
        """Let go of the content."""
        if self.content is not None:
            self.content.close()


class Keeping:
    """Keeps things by keys, no more than a bounded number for a visitor and of bytes for all, and not for ever.

    Parameters
    ----------
    most : int
        Things for one visitor; the one that was not used for longest goes first.
    most_bytes : int
        Bytes for all of them.
    seconds : float
        For how long without use.
    clock : callable
        Tells the time in seconds.
    """

    def __init__(
        self, most: int, most_bytes: int, seconds: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most, self.most_bytes, self.seconds = most, most_bytes, seconds
        self._clock = clock
        self._kept: dict[str, KeptThing] = {}
        self._lock = threading.Lock()

    def put(self, session: str, name: str, about: Mapping[str, Any], content: bytes | None = None) -> str:
        """Keep something for a visitor and return its key."""
        file: IO[bytes] | None = None
        if content is not None:
            file = tempfile.TemporaryFile()  # noqa: SIM115  # it is closed when it is forgotten
            file.write(content)
        kept = KeptThing(session, name, dict(about), file, len(content or b""), self._clock())
        with self._lock:
            self._kept[kept.key] = kept
            self._forget()
        return kept.key

    def get(self, session: str, key: object) -> tuple[KeptThing, bytes] | None:
        """Return what a visitor keeps under a key, with its content; None if there is nothing or it is another's."""
        with self._lock:
            self._forget()
            kept = self._kept.get(key) if isinstance(key, str) else None
            if kept is None or not secrets.compare_digest(kept.session, session):
                return None
            kept.used = self._clock()
            return kept, kept.bytes()

    def _forget(self) -> None:
        """Let go of what is old, and of what is too much, the longest unused first."""
        now = self._clock()
        count: dict[str, int] = {}
        total = 0
        for kept in sorted(self._kept.values(), key=lambda each: -each.used):
            count[kept.session] = count.get(kept.session, 0) + 1
            total += kept.size
            if now - kept.used > self.seconds or count[kept.session] > self.most or total > self.most_bytes:
                del self._kept[kept.key]
                total -= kept.size
                kept.close()

    def close(self) -> None:
        """Let go of everything."""
        with self._lock:
            for kept in self._kept.values():
                kept.close()
            self._kept.clear()
