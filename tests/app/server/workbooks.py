"""Workbooks as people bring them: filled in well, with slips, and such as nobody should."""

import io
import zipfile

import openpyxl

from socluster.starter.example import EXAMPLE
from socluster.starter.workbook import write_workbook


def example(language="en"):
    """Return the example of `socluster new`."""
    written = io.BytesIO()
    write_workbook(written, EXAMPLE[language], language)
    return written.getvalue()


def with_slips():
    """Return the example with a misspelt actor among the ties, and a confidence that is no share."""
    workbook = openpyxl.load_workbook(io.BytesIO(example()))
    ties = workbook["ties"]
    header = [cell.value for cell in ties[1]]
    ties.cell(2, header.index("source") + 1).value = "Municipalty"
    ties.cell(3, header.index("confidence") + 1).value = 7
    return saved(workbook)


def with_services():
    """Return the example with a service that is offered."""
    workbook = openpyxl.load_workbook(io.BytesIO(example()))
    groups, affiliations = workbook["groups"], workbook["affiliations"]
    filled(groups, group="Help", kind="service", service="psychologist", place="Upper town", unit="people")
    for row in range(2, affiliations.max_row + 1):
        affiliations.cell(row, 4).value = 1 if affiliations.cell(row, 1).value else None
    filled(affiliations, actor="Clinic", group="Help", layer="provides", weight=12)
    return saved(workbook)


def without_services():
    """Return the example without the services that it offers."""
    workbook = openpyxl.load_workbook(io.BytesIO(example()))
    for name, mark in (("groups", "service"), ("affiliations", "provides")):
        sheet = workbook[name]
        for row in reversed(range(2, sheet.max_row + 1)):
            if mark in [cell.value for cell in sheet[row]]:
                sheet.delete_rows(row)
    return saved(workbook)


def filled(sheet, **values):
    """Write a row below the others; a column that is not there is added."""
    header = [cell.value for cell in sheet[1]]
    row = max(cell.row for cell in sheet["A"] if cell.value is not None) + 1
    for name, value in values.items():
        if name not in header:
            header.append(name)
            sheet.cell(1, len(header)).value = name
        sheet.cell(row, header.index(name) + 1).value = value


def saved(workbook):
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def bomb(megabytes=80):
    """Return a small file that says it is a workbook and unpacks to much."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        with book.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(megabytes):
                part.write(b"\0" * 2**20)
    return written.getvalue()


def bare_workbook(rows, part="xl/worksheets/sheet1.xml"):
    """Return what is a workbook as far as it is looked into before it is read: rows of a sheet, as bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
        book.writestr(part, rows)
    return written.getvalue()
