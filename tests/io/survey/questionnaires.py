"""Questionnaires in all three layouts, written to files, for the tests of this folder."""

import csv

import numpy as np
import openpyxl


def write_rows(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def written(folder, names, answers):
    """Write answers {item: {(respondent, partner): code}} as a list, a wide table, and matrices (folder, workbook)."""
    items = list(answers)
    pairs = sorted({pair for of_item in answers.values() for pair in of_item})
    long = [["respondent", "partner", *items]]
    long += [[one, other, *(answers[item].get((one, other), "") for item in items)] for one, other in pairs]
    columns = [(name, item) for name in names for item in items]
    wide = [["who", *(f"{name} | {item}" for name, item in columns)]]
    wide += [[one, *(answers[item].get((one, name), "") for name, item in columns)] for one in names]
    squares = folder / "squares"
    squares.mkdir(exist_ok=True)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for item in items:
        square = [["", *names], *([one, *(answers[item].get((one, other), "") for other in names)] for one in names)]
        write_rows(squares / f"{item}.csv", square)
        sheet = book.create_sheet(item)
        for row in square:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(folder / "squares.xlsx")
    return {
        "long": write_rows(folder / "long.csv", long),
        "wide": write_rows(folder / "wide.csv", wide),
        "matrix": squares,
        "matrix workbook": folder / "squares.xlsx",
    }


def made_up(seed, n=6, silent=1):
    """Answers of n actors to two items, of whom some are silent and some leave cells empty."""
    rng = np.random.default_rng(seed)
    names = [f"N{number}" for number in range(n)]
    answers = {"contact": {}, "trust": {}}
    for one in names[silent:]:
        for other in names:
            if one != other and rng.random() < 0.8:
                answers["contact"][one, other] = int(rng.integers(0, 4))
                if rng.random() < 0.8:
                    answers["trust"][one, other] = int(rng.integers(1, 5))
    return names, answers
