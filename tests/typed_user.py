"""Code as users write it, for the type checker, which reads it in strict mode: an unneeded ignore is an error there."""

from pathlib import Path

import socluster as sc


def reported(folder: Path) -> list[Path]:
    """Write a report with everything beside it, and a page of one's own."""
    network: sc.Cluster = sc.load_dataset("kite")
    written: Path = sc.report(network, folder / "report.html", language="lt", tables=folder / "tables.xlsx")
    section = sc.report.Section("Results", ["text"])
    page: Path = sc.report.page(folder / "page.html", [section], title="A page")
    return [written, page]


def refused(folder: Path) -> None:
    """What the type checker refuses."""
    sc.report(sc.load_dataset("kite"), folder, language="fr")  # type: ignore[arg-type]
    sc.report(sc.load_dataset("kite"))  # type: ignore[call-arg]
