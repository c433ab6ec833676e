"""How the server is set up, and how much of anything it takes."""

from __future__ import annotations

from dataclasses import dataclass

from socluster.words import Language

__all__ = ["ServerLimits", "Settings"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class ServerLimits:
    """How much of anything the server takes, so that nobody can fill the computer.

    Parameters
    ----------
    upload : int
        Bytes of a file that is brought.
    unpacked : int
        Bytes that a workbook may unpack to.
    rows, cells : int
        Rows and filled cells of a file that is brought.
    problems : int
        Problems of a file that are told; of the others, how many they are.
    marks : int
        Problems that are marked in a workbook to mend.
    actors, ties : int
        Size of a cluster that the page can show.
    question : int
        Bytes of a question.
    draws : int
        Draws of a question.
    waiting : int
        Questions in the line.
    longest : float
        Seconds after which a calculation is stopped.
    unasked : float
        Seconds after which a calculation is stopped that nobody asks about any more.
    jobs_kept : float
        Seconds after which a question and its answer are forgotten.
    data_kept : float
        Seconds without use after which data and files are forgotten.
    answers : int
        Bytes of answers that are kept for those who ask the same.
    files : int
        Data and files that are kept for one visitor.
    bytes_kept : int
        Bytes of data and files that are kept for all of them, on the disk.
    """

    upload: int = 6 * 2**20
    unpacked: int = 60 * 2**20
    rows: int = 60_000
    cells: int = 600_000
    problems: int = 200
    marks: int = 2_000
    actors: int = 2_000
    ties: int = 40_000
    question: int = 200_000
    draws: int = 5_000
    waiting: int = 40
    longest: float = 600.0
    unasked: float = 60.0
    jobs_kept: float = 900.0
    data_kept: float = 4 * 3600.0
    answers: int = 8 * 2**20
    files: int = 24
    bytes_kept: int = 2**29


@dataclass(frozen=True)
class Settings:
    """How the server is set up.

    Parameters
    ----------
    host, port : str, int
        Where it listens.
    public : str, optional
        The address under which people reach it through a proxy, such as ``"https://cluster.example.org"``.
    language : {"en", "lt"}
        In which the server speaks to who started it.
    opens_in : {"en", "lt"}, optional
        In which the page opens at a first visit; default that of the browser. What is chosen in the page goes before.
    workers : int
        Calculations at the same time.
    dask : str, optional
        Address of a Dask scheduler that draws are handed to.
    given : str, optional
        The file, folder or dataset that the server was started with.
    limits : ServerLimits
        How much of anything it takes.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    public: str | None = None
    language: Language = "en"
    opens_in: Language | None = None
    workers: int = 1
    dask: str | None = None
    given: str | None = None
    limits: ServerLimits = ServerLimits()

    @property
    def is_local(self) -> bool:
        """Whether only this computer reaches the server."""
        return self.host in _LOOPBACK

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        if self.public:
            return self.public
        host = "localhost" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://[{host}]:{self.port}/" if ":" in host else f"http://{host}:{self.port}/"
