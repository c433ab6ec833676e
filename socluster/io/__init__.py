"""Doors in and out: file formats, objects of other libraries, and the datasets that come with the package."""
