"""One module a file type, each with a `READER` for the entry point group `dateline.readers`."""
