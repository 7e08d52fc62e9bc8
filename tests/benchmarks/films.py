"""How long a film of sixty pictures takes, painting and encoding, and how large it is and was told."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.snapshot.filming import (  # noqa: E402
    film_of,
    film_samples,
    film_shots,
    frame_of,
)
from desktop.snapshot.waiting import picture  # noqa: E402
from desktop.snapshot.writing import close_camera, open_camera  # noqa: E402
from geodata.export.films import FORMATS, FilmPlan, about_bytes, size_words, write_film  # noqa: E402
from geodata.export.films.mp4 import is_mp4_possible  # noqa: E402
from geodata.mapping import page_data  # noqa: E402
from geodata.services import (  # noqa: E402
    default_resources,
    open_project,
    page_content,
    sample_folder,
)
from geodata.sheets import FILM_MEDIUM, FILM_SMALL  # noqa: E402

NUMBER = 60


def main() -> None:
    """Print seconds from an open camera to the whole file, and bytes beside the estimate."""
    resources = default_resources()
    project = open_project([sample_folder()], resources)
    camera = open_camera()
    camera.set_content(page_data(page_content(project, resources)))
    days = tuple(date(2024, 3, 1) + timedelta(days=4 * n) for n in range(NUMBER))

    def frames(plan: FilmPlan, days: tuple[date, ...]) -> Iterator[object]:
        return (frame_of(picture(camera, shot)) for shot in film_shots(project, plan, days))

    with tempfile.TemporaryDirectory() as folder:
        for sheet in (FILM_SMALL, FILM_MEDIUM):
            plan = FilmPlan(days, project.last_known, sheet)
            film, samples = film_of(project, plan), film_samples(project, plan)
            few = list(frames(plan, samples.days))
            for kind in FORMATS:
                if kind.suffix == ".mp4" and not is_mp4_possible():
                    continue
                told = about_bytes(few, samples, film, kind)
                target = Path(folder) / f"film{kind.suffix}"
                start = time.perf_counter()
                every = list(frames(plan, days))
                painted = time.perf_counter() - start
                write_film(every, target, film)
                both = time.perf_counter() - start
                size = target.stat().st_size
                print(
                    f"{sheet.title:22} {kind.suffix:6} painted {painted:5.1f} s, whole {both:5.1f} s, "
                    f"{size / 1e3:7.0f} kB, told {size_words(*told)}"
                )
    close_camera(camera)


if __name__ == "__main__":
    main()
