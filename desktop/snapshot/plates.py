"""A story as pictures: one for each bookmark, named in order."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.snapshot.png import frame_texts, save_png
from desktop.snapshot.shot import Shot
from desktop.snapshot.waiting import picture
from desktop.snapshot.writing import close_camera, open_camera, picture_manifest
from desktop.wording.words import slug
from geodata.errors import OutputError
from geodata.export import Manifest
from geodata.mapping import extent_of_view, page_data
from geodata.sheets import SLIDE, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.domain.documents import DocumentId
    from geodata.domain.stories import Bookmark
    from geodata.services import Project, Resources

_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Plate:
    """
    One picture of a story.

    Args:
        name: Of its file: `01-the-withdrawal.png`.
        data: What its map may show, from `geodata.mapping.page_data`.
        shot: What it does show.
        manifest: What it rests on.
        title: Of the project.
    """

    name: str
    data: bytes
    shot: Shot
    manifest: Manifest
    title: str

    def save(self, image: QImage, folder: Path) -> None:
        """
        Write the picture into a folder.

        Raises:
            OutputError: It cannot be written there.
        """
        shot = self.shot
        words = f"{shot.title}. {shot.words}"
        texts = frame_texts(self.title, words, shot.on, shot.known_by, self.manifest)
        save_png(image, folder / self.name, texts)


def story_plates(
    project: Project, resources: Resources, *, is_dark: bool = False, sheet: Sheet = SLIDE
) -> tuple[Plate, ...]:
    """
    Return the pictures of a story; may run on any thread.

    Raises:
        NoStory: The project holds none.
    """
    from geodata.services import page_content, with_muted
    from geodata.services.stories import check_story

    check_story(project)
    shown: dict[frozenset[DocumentId], tuple[Project, bytes]] = {}
    for bookmark in project.story:
        if bookmark.muted not in shown:
            heard = with_muted(project, bookmark.muted, resources)
            shown[bookmark.muted] = heard, page_data(page_content(heard, resources))
    return tuple(
        _plate(number, bookmark, *shown[bookmark.muted], is_dark=is_dark, sheet=sheet)
        for number, bookmark in enumerate(project.story, start=1)
    )


def write_story_pictures(
    project: Project,
    resources: Resources,
    folder: Path,
    *,
    is_dark: bool = False,
    may_replace: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
) -> tuple[Path, ...]:
    """
    Write every bookmark of a story as a PNG, and return the files; none is left half done.

    Raises:
        NoStory: The project holds none.
        OutputError: A picture is there already and may not be replaced, or cannot be written.
        PageError: The page could not be painted.
    """
    plates = story_plates(project, resources, is_dark=is_dark)
    if not may_replace:
        refuse_those_there(plates, folder, "Choose another folder, or add --force to replace it.")
    with gathered(folder) as draft:
        camera = open_camera()
        try:
            for number, plate in enumerate(plates):
                if progress:
                    progress(number, len(plates), plate.name)
                camera.set_content(plate.data)
                plate.save(picture(camera, plate.shot), draft)
        finally:
            close_camera(camera)
    return tuple(folder / plate.name for plate in plates)


def refuse_those_there(plates: Iterable[Plate], folder: Path, todo: str) -> None:
    """
    Refuse a folder that holds one of the pictures already.

    Args:
        plates: What is to be written.
        folder: Where.
        todo: What a person can do then.

    Raises:
        OutputError: It does.
    """
    there = [plate.name for plate in plates if (folder / plate.name).exists()]
    if there:
        raise OutputError(str(folder / there[0]), "it exists already", todo=todo)


@contextmanager
def gathered(folder: Path) -> Iterator[Path]:
    """
    Give a folder to write to; its files move into `folder` when all are there, else none does.

    Raises:
        OutputError: The folder cannot be made or written.
    """
    draft, was_there = None, folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".dateline-", dir=folder))
        yield draft
        for file in sorted(draft.iterdir()):
            file.replace(folder / file.name)
    except OSError as error:
        raise OutputError(
            str(folder),
            (error.strerror or str(error)).lower(),
            todo="Choose a folder that you may write to, with room on the disk.",
        ) from error
    finally:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
        if not was_there:
            # Where nothing was written, no empty folder is left either.
            with suppress(OSError):
                folder.rmdir()


def _plate(
    number: int, bookmark: Bookmark, shown: Project, data: bytes, *, is_dark: bool, sheet: Sheet
) -> Plate:
    from geodata.services.stories import source_words

    view = bookmark.view
    shot = Shot(
        bookmark.on,
        bookmark.known_by,
        title=bookmark.title,
        words=source_words(shown, bookmark.caption),
        sheet=sheet,
        is_dark=is_dark,
        hidden=bookmark.hidden,
        reach=bookmark.reach,
        extent=None
        if view is None
        else extent_of_view(view.lat, view.lon, view.zoom, view.width_px, view.height_px),
    )
    return Plate(
        _file_name(number, bookmark.title), data, shot, picture_manifest(shown, shot), shown.title
    )


def _file_name(number: int, title: str) -> str:
    """Return “01-the-withdrawal.png”; a long title ends after a word."""
    words = slug(title, _MOST_LETTERS)
    return f"{number:02}-{words or 'bookmark'}.png"
