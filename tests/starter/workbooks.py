"""The workbook to fill in, as a person fills it in."""

import openpyxl

from socluster.starter.sheets import SHEETS

LANGUAGES = ["en", "lt"]


def sheet_of(book, table, language):
    return book[next(sheet.title(language) for sheet in SHEETS if sheet.table == table)]


def columns_of(sheet):
    return {cell.value: cell.column_letter for cell in sheet[1]}


def fill(folder, language, rows):
    """Write rows, by table, below what the template holds, as a person would: by the name of the column."""
    path = folder / "cluster.xlsx"
    book = openpyxl.load_workbook(path)
    for table, records in rows.items():
        sheet = sheet_of(book, table, language)
        about = next(sheet for sheet in SHEETS if sheet.table == table)
        letters = columns_of(sheet)
        start = next(number for number in range(2, 100) if sheet.cell(number, 1).value is None)
        for number, record in enumerate(records, start=start):
            for field in about.fields:
                value = record.get(field.names[0])
                if value is not None:
                    cell = sheet[f"{letters[field.name(language)]}{number}"]
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
    book.save(path)
    return path
