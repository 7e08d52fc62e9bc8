"""Questions about files and links; a window is given these functions, so a test can answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from desktop.dialogs.leaving import Leaving, ask_leaving
from geodata.documents import installed_readers

PROJECT_FILTER = "Dateline project (*.gpkg)"


def ask_title(parent: QWidget, title: str) -> str | None:
    """Ask what the project is called; None where the person backs out."""
    words = "Title of the project, as the window and exports name it:"
    given, is_given = QInputDialog.getText(parent, "Rename the project", words, text=title)
    return given.strip() or None if is_given else None


@dataclass(frozen=True, slots=True)
class Asking:
    """
    How the window asks. Each answer is empty or None where the person backs out.

    Args:
        files: Which articles to read.
        folder: Which folder of articles to read.
        target: Where to write; given a title, a proposed path and a filter.
        link: Whether to open a web address in the system's browser, and doing so.
        title: What the project is called; given its title.
        leaving: What to do with decisions that are not saved; given the project's title.
    """

    files: Callable[[QWidget], tuple[Path, ...]]
    folder: Callable[[QWidget], Path | None]
    target: Callable[[QWidget, str, Path, str], Path | None]
    link: Callable[[QWidget, QUrl], None]
    leaving: Callable[[QWidget, str], Leaving] = ask_leaving
    title: Callable[[QWidget, str], str | None] = ask_title


def person() -> Asking:
    """Return the questions as dialogs."""
    return Asking(ask_files, ask_folder, ask_target, ask_link)


def articles_filter() -> str:
    """Return the kinds of files that can be read, as the file dialog takes them."""
    readers = installed_readers().readers
    kinds = [(reader.label, reader.suffixes) for reader in readers]
    kinds.insert(0, ("Articles", installed_readers().suffixes))
    kinds.append(("Dateline project", (".gpkg",)))
    kinds.append(("Map made by Dateline", (".png", ".pdf", ".html")))
    kinds[0] = ("Articles and projects", (*kinds[0][1], ".gpkg"))
    lines = [f"{label} ({' '.join(f'*{end}' for end in endings)})" for label, endings in kinds]
    return ";;".join([*lines, "All files (*)"])


def ask_files(parent: QWidget) -> tuple[Path, ...]:
    """Ask for articles."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Open articles", "", articles_filter())
    return tuple(Path(name) for name in names)


def ask_folder(parent: QWidget) -> Path | None:
    """Ask for a folder of articles."""
    name = QFileDialog.getExistingDirectory(parent, "Open a folder of articles")
    return Path(name) if name else None


def ask_target(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Ask where to write; the dialog itself asks before it replaces a file."""
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return named_target(name, chosen, proposed) if name else None


def named_target(name: str, chosen: str, proposed: Path) -> Path:
    """
    Return where to write: a name without an ending takes that of the kind that was chosen.

    Args:
        name: As the person typed it.
        chosen: The kind as the dialog lists it: `GeoJSON (*.geojson)`.
        proposed: What was proposed, for its ending.
    """
    target = Path(name)
    if target.suffix:
        return target
    ending = chosen.rpartition("(*")[2].rstrip(")") if "(*." in chosen else proposed.suffix
    return target.with_name(f"{target.name}{ending}")


def ask_link(parent: QWidget, url: QUrl) -> None:
    """Ask before a web address is opened, since that leaves this computer."""
    answer = QMessageBox.question(
        parent,
        "Open a web address?",
        f"Open {url.toDisplayString()} in your browser? Dateline itself stays offline.",
        QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    if answer == QMessageBox.StandardButton.Open:
        QDesktopServices.openUrl(url)
