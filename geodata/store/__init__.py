"""The project file: one GeoPackage, its journal, its lock."""

from geodata.store.contents import SavedProject, SavedView
from geodata.store.journal import Journal, Recovered, journal_target, recover
from geodata.store.locking import ProjectLock
from geodata.store.migrating import migrate
from geodata.store.reading import format_of, load_project
from geodata.store.writing import save_project

__all__ = [
    "Journal",
    "ProjectLock",
    "Recovered",
    "SavedProject",
    "SavedView",
    "format_of",
    "journal_target",
    "load_project",
    "migrate",
    "recover",
    "save_project",
]
