"""Back to the map that an export shows: a file made by Dateline is dropped, and its view is there."""

from __future__ import annotations

from collections.abc import Sequence
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.dialogs.details import DetailsDialog
from desktop.shell.main_window import MainWindow
from desktop.shell.message_bar import Offer, Tone
from desktop.shell.pictures.standing import Stage, Standing, standing_of
from desktop.wording.words import plural
from geodata.documents.own_files import is_own_file
from geodata.export import Manifest, NoManifest, read_manifest
from geodata.written_days import day_words

if TYPE_CHECKING:
    from geodata.services import Project

# No article is one of these; of the others what is inside decides.
_PICTURES = frozenset({".png", ".gif", ".webp", ".mp4"})
_PERHAPS = frozenset({".pdf", ".html", ".htm"})
# More of them are a folder's worth of articles, and looking into each would make the window wait.
_MOST_LOOKED_INTO = 20
_ABOUT = "picture's view"


def pictures_among(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that may be exports of ours rather than articles."""
    perhaps = [path for path in paths if path.suffix.casefold() in _PERHAPS]
    own = {path for path in perhaps[:_MOST_LOOKED_INTO] if _is_own(path)}
    return tuple(path for path in paths if path in own or path.suffix.casefold() in _PICTURES)


def _is_own(path: Path) -> bool:
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return is_own_file(data)
    except (OSError, ValueError):
        # What cannot be read or is empty is told where articles are read.
        return False


class Returning(QObject):
    """
    Reads what an export rests on, and lets the window stand as it does.

    Args:
        window: Where it is told.
        stage: What decides what the map shows.
    """

    def __init__(self, window: MainWindow, stage: Stage) -> None:
        super().__init__(window)
        self._window = window
        self.stage = stage

    def open(self, path: Path) -> None:
        """Show the view of an export, or say why that cannot be."""
        try:
            manifest = read_manifest(path)
        except (NoManifest, OSError) as error:
            reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            self._warn(f"“{path.name}” cannot be shown on the map: {reason}.")
            return
        wanted = standing_of(manifest)
        project = self.stage.session.project
        if wanted is None:
            self._warn(
                f"“{path.name}” shows many days, not one that the map could go to. "
                f"It was made of “{manifest.title}”."
            )
        elif project is None:
            self._warn(
                f"“{path.name}” was made of “{manifest.title}”. "
                "Open that project, then drop the file again."
            )
        else:
            self._return(path, manifest, wanted, project)

    def _return(self, path: Path, manifest: Manifest, wanted: Standing, project: Project) -> None:
        here = {source.document.id for source in project.sources}
        matching = sum(source.document_id in here for source in manifest.sources)
        everything = len(manifest.sources)
        if everything and not matching:
            self._warn(
                f"“{path.name}” belongs to another project: it was made of “{manifest.title}”, "
                f"and none of its {plural(everything, 'article')} is open here. "
                "Open that project, then drop the file again.",
                Offer("Show its date and place here", lambda: self._show(path, wanted, "")),
            )
            return
        note = ""
        if matching < everything:
            note = (
                f" It was made of “{manifest.title}”; {matching} of its "
                f"{plural(everything, 'article')} are open here."
            )
        self._show(path, wanted, note, self._differences(path, manifest, project))

    def _show(self, path: Path, wanted: Standing, note: str, *offers: Offer | None) -> None:
        before = self.stage.standing()
        self.stage.put(wanted)
        words = (
            f"The map as “{path.name}” shows it: {day_words(wanted.on)}, "
            f"as known on {day_words(wanted.known_by)}.{note}"
        )
        given = [offer for offer in offers if offer is not None]
        if given:
            words += " The project no longer says all that it does."
        self._window.messages.tell(
            words,
            Tone.WARNING if note or given else Tone.INFO,
            Offer("Back to where I was", lambda: self.stage.put(before)),
            *given,
            about=_ABOUT,
        )

    def _differences(self, path: Path, manifest: Manifest, project: Project) -> Offer | None:
        from geodata.services import check_manifest

        verdict = check_manifest(manifest, project)
        if verdict.is_supported:
            return None
        words = f"“{path.name}” was made when the project stood otherwise."
        lines = "\n\n".join((*verdict.problems, *verdict.notes))
        return Offer(
            "What differs…",
            lambda: DetailsDialog("What differs", words, lines, self._window).open(),
        )

    def _warn(self, words: str, *offers: Offer) -> None:
        self._window.messages.tell(words, Tone.WARNING, *offers, about=_ABOUT)
