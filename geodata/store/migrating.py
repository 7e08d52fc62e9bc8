"""Files of earlier formats, brought to the present one with a copy kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from geodata.errors import OutputError, ProjectDamaged
from geodata.store.reading import format_of
from geodata.store.schema import BOOKMARK_TABLE, FORMAT_VERSION, TABLE_WORDS

Step = Callable[[sqlite3.Connection], None]


def _add_story(file: sqlite3.Connection) -> None:
    file.execute(BOOKMARK_TABLE)
    name = "dateline_bookmark"
    file.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) "
        "VALUES (?, 'attributes', ?, ?)",
        (name, name, TABLE_WORDS[name]),
    )


def _add_facilities(file: sqlite3.Connection) -> None:
    file.execute("ALTER TABLE dateline_reading ADD COLUMN facilities TEXT NOT NULL DEFAULT '[]'")
    for column in ("reported_earliest", "reported_latest"):
        file.execute(f"ALTER TABLE claims ADD COLUMN {column} TEXT")


STEPS: Mapping[int, Step] = {1: _add_story, 2: _add_facilities}
"""From a format to the next one: `STEPS[1]` takes a file of format 1 to format 2."""


def migrate(
    path: Path, *, steps: Mapping[int, Step] = STEPS, to: int = FORMAT_VERSION
) -> Path | None:
    """
    Bring a project file to the present format; return the copy of what it was, or None.

    The change is made on a second copy, which takes the file's place when it is done.

    Raises:
        NoProject: The file is not a project.
        OutputError: The folder cannot be written.
        ProjectDamaged: A step failed; the file is as it was.
    """
    version = format_of(path)
    if version >= to:
        return None
    backup = path.with_name(f"{path.name}.format-{version}.bak")
    draft = path.with_name(f".{path.name}.migrating")
    try:
        shutil.copy2(path, backup)
        shutil.copy2(path, draft)
        with closing(sqlite3.connect(draft)) as file, file:
            for number in range(version, to):
                steps[number](file)
            file.execute("UPDATE dateline_meta SET value = ? WHERE key = 'format'", (str(to),))
        draft.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            str(path), reason, todo="Copy the project to a folder that can be written."
        ) from error
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise ProjectDamaged(
            path.name, reason=f"its older format {version} cannot be read"
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return backup
