"""Formats that carry all of a cluster as tables: CSV folder, Excel workbook, Parquet folder and JSON file."""
