"""`dateline verify`: whether a project still supports what a published file shows."""

from __future__ import annotations

from pathlib import Path

from geodata.cli.opened import check_there, open_given
from geodata.cli.saying import counted, say, say_json, warn
from geodata.errors import DatelineError
from geodata.export import NoManifest, read_manifest
from geodata.services import check_manifest, default_resources

SCHEMA = 1
SUPPORTED, NOT_SUPPORTED, CANNOT_TELL = 0, 1, 2


def run_verify(file: Path, project_path: Path, *, as_json: bool) -> int:
    """
    Print whether the project supports the file, and what differs.

    Returns:
        0 where it does, 1 where it does not, 2 where that cannot be told.
    """
    try:
        check_there([file])
        manifest = read_manifest(file)
        project = open_given([project_path], default_resources())
    except (DatelineError, NoManifest, OSError) as error:
        reason = str(error)
        if not isinstance(error, DatelineError):
            reason = f"“{file}” cannot be checked: {error}."
        warn(reason)
        if as_json:
            say_json({"schema": SCHEMA, "verdict": "cannot tell", "why": reason})
        return CANNOT_TELL
    verdict = check_manifest(manifest, project)
    if as_json:
        told = {
            "schema": SCHEMA,
            "verdict": "supported" if verdict.is_supported else "not supported",
            "on": manifest.on.isoformat() if manifest.on else None,
            "known_by": manifest.known_by.isoformat() if manifest.known_by else None,
            "claims": len(manifest.claims),
            "sources": len(manifest.sources),
            "problems": list(verdict.problems),
            "notes": list(verdict.notes),
        }
        say_json(told)
    else:
        what = "supports" if verdict.is_supported else "no longer supports"
        frame = f", the map of {manifest.on} as known on {manifest.known_by}" if manifest.on else ""
        say(f"{project_path} {what} {file}{frame}.")
        claims = counted(len(manifest.claims), "claim")
        say(f"It rests on {claims} of {counted(len(manifest.sources), 'article')}.")
        for problem in verdict.problems:
            say(f"- {problem}")
        for note in verdict.notes:
            say(f"  Note: {note}")
    return SUPPORTED if verdict.is_supported else NOT_SUPPORTED
