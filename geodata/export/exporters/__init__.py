"""The built-in exporters, one a file; plug-ins of the group `dateline.exporters`."""
