"""What is wrong with a folder of CSV files."""

import functools

from socluster.io.tables import csv_folder
from tests.io.tables.samples import problems_in

problems_of = functools.partial(problems_in, csv_folder.read)
