"""The guide tells every column that is exported and every verb that there is."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

import resources
from geodata.cli.main import VERBS
from geodata.export import Manifest, ManifestClaim, ManifestSource, Statement
from geodata.export.evidence import claim_rows, evidence_of, source_rows
from geodata.export.tables import layer_tables
from tests.unit.geodata.export.export_content import a_content


@pytest.fixture(scope="module")
def told() -> set[str]:
    return set(re.findall(r"`([^`]+)`", resources.path_of("guide/data.md").read_text("utf-8")))


def test_every_column_is_described(told):
    content = a_content()
    columns = {name for table in layer_tables(content).values() for name in table.columns}
    columns |= set(next(claim_rows(content))) | set(next(source_rows(content)))
    columns |= set(evidence_of(content.marks[0], content)[0])
    for kind in (Manifest, ManifestClaim, ManifestSource, Statement):
        columns |= {field.name for field in fields(kind)}
    assert columns - told == {"geometry"}


def test_every_verb_is_shown_with_its_output():
    page = resources.path_of("guide/commands.md").read_text("utf-8")
    for verb in VERBS:
        assert f"## {verb}\n" in page
        assert f"    $ dateline {verb} " in page
