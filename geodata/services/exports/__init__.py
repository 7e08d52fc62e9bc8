"""A project as data, as sentences, and as a manifest that can be checked."""
