"""A small workbook does not take much memory, measured in a process of its own; what is too large is said in words."""

import subprocess
import sys
import zipfile

import pytest

MEGABYTES = 200  # above what the process takes before it reads
_READ = """
import resource, sys
import openpyxl, socluster as sc
from socluster.core.errors import InputError
sc.Cluster, sc.read
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    said = f"{sc.read(sys.argv[1]).n_actors} actors"
except InputError as error:
    said = str(error)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
print(said)
"""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(name, text):
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def workbook(path, n_rows, far_right, n_texts=0):
    """Write a workbook with a sheet of actors by hand: openpyxl would write the cells between, too."""
    rows = [f'<row r="1">{cell("A1", "actor")}</row>']
    rows += [f'<row r="{row}">{cell(f"A{row}", f"a{row}")}{far_right(row)}</row>' for row in range(2, n_rows + 2)]
    kinds = {"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "sharedStrings": "sharedStrings"}
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": links(officeDocument="xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": links(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets><sheet name="actors" sheetId="1" '
        'r:id="worksheet"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEETS}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_SHEETS}">{"<si><t/></si>" * n_texts}</sst>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0"?>' + text)
    assert path.stat().st_size < 400_000


def links(**targets):
    listed = (f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for kind, to in targets.items())
    return f'<Relationships xmlns="{_LINKS}">{"".join(listed)}</Relationships>'


@pytest.mark.parametrize(
    ("name", "n_rows", "far_right", "n_texts", "said"),
    [
        ("a stray space", 2000, lambda row: cell(f"XFD{row}", " ") if row == 1000 else "", 0, "2000 actors"),
        ("a filled column", 3000, lambda row: cell(f"XFD{row}", "x"), 0, "more than 10\u00a0000\u00a0000 cells"),
        ("one filled cell", 3000, lambda row: cell(f"XFD{row}", "x") if row == 9 else "", 0, "delete what stands far"),
        ("many texts", 3, lambda row: "", 10_000_000, "unpacks to 124 MiB, more than is read of a workbook"),
    ],
)
def test_a_small_workbook_takes_little_memory(tmp_path, name, n_rows, far_right, n_texts, said):
    path = tmp_path / "book.xlsx"
    workbook(path, n_rows, far_right, n_texts)
    done = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True)
    megabytes, *told = done.stdout.splitlines()
    assert int(megabytes) < MEGABYTES, name
    assert said in "\n".join(told)
