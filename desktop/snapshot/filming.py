"""The map as a film: one picture a day, from the camera to the encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.snapshot.shot import Shot
from desktop.snapshot.waiting import picture
from desktop.snapshot.writing import close_camera, open_camera, shot_of
from geodata.export import Manifest
from geodata.export.films import (
    Film,
    FilmPlan,
    Samples,
    about_bytes,
    format_of,
    sample_days,
    write_film,
)
from geodata.mapping import page_data
from geodata.sheets import PictureChoice

if TYPE_CHECKING:
    from PIL import Image

    from geodata.services import Project, Resources

Progress = Callable[[int, int, str], None]


def film_shots(project: Project, plan: FilmPlan, days: Iterable[date]) -> Iterator[Shot]:
    """Yield the shot of each day; plates and names stay where they stood the day before."""
    # One heading for all of it: a film is no row of headlines.
    choice = PictureChoice(plan.sheet, project.title, is_dark=plan.is_dark, extent=plan.extent)
    for number, day in enumerate(days):
        known = plan.known_by or day
        shot = shot_of(
            project, choice, on=day, known_by=known, hidden=plan.hidden, reach=plan.reach
        )
        yield replace(shot, follows=number > 0)


def film_of(project: Project, plan: FilmPlan) -> Film:
    """Return how the pictures of a plan follow each other, and what they rest on."""
    return Film(len(plan.days), plan.fps, plan.is_looping, film_manifest(project, plan))


def film_manifest(project: Project, plan: FilmPlan) -> Manifest:
    """Return what a film rests on: every claim that one of its pictures shows."""
    from geodata.layers import frame_marks
    from geodata.services.exports.manifests import whole_manifest

    ids = {
        claim_id: None
        for day in plan.days
        for mark in frame_marks(project.marks, day, plan.known_by or day, plan.reach)
        if mark.layer not in plan.hidden
        for claim_id in mark.claim_ids
    }
    return whole_manifest(project, ids, on=None, known_by=plan.known_by)


def film_samples(project: Project, plan: FilmPlan) -> Samples:
    """Return the days by which a film is weighed before it is made."""
    known = plan.known_by or project.last_known
    told = [mark for mark in project.marks if mark.claim_ids and mark.known.holds(known)]
    ends = [day for mark in told for day in (mark.valid.start, mark.valid.end) if day]
    return sample_days(plan.days, ends)


def frame_of(image: QImage) -> Image.Image:
    """Return a picture as Pillow holds it (RGB)."""
    from PIL import Image

    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    return Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine())


def write_animation(
    project: Project,
    resources: Resources,
    target: Path,
    plan: FilmPlan,
    *,
    progress: Progress | None = None,
    told: Callable[[int, int], None] | None = None,
) -> None:
    """
    Write a film; works without a display.

    Args:
        project: What it shows.
        resources: For the polygons of regions.
        target: The file; its ending decides the format.
        plan: Days, size, speed.
        progress: Called with (pictures painted, pictures in all, the day that is next).
        told: Called once with how many bytes the file will have at least and at most, about,
            before it is begun.

    Raises:
        OutputError: The ending is not known, an encoder is missing, or it cannot be written.
        PageError: The page could not be painted.
        SandboxUnavailable: The web engine cannot start under this account.
    """
    from geodata.services import page_content

    film = film_of(project, plan)
    camera = open_camera()

    def frames(days: Iterable[date], progress: Progress | None) -> Iterator[Image.Image]:
        for number, shot in enumerate(film_shots(project, plan, days)):
            if progress:
                progress(number, film.number, str(shot.on))
            yield frame_of(picture(camera, shot))

    try:
        camera.set_content(page_data(page_content(project, resources)))
        kind = format_of(target)
        if told and kind is not None:
            samples = film_samples(project, plan)
            few = list(frames(samples.days or plan.days, None))
            told(*about_bytes(few, samples, film, kind))
        write_film(frames(plan.days, progress), target, film)
    finally:
        close_camera(camera)
