"""One module per file format, each with `read`, `write` and `losses`, between files and plain tables."""
