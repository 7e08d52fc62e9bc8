"""The map as a film: which days it shows, and the files that hold it (GIF, WebP, MP4)."""

from geodata.export.films.film import FORMATS, Film, Format, format_of, write_film
from geodata.export.films.plan import FilmPlan
from geodata.export.films.schedule import (
    MOST_PICTURES,
    Pace,
    Samples,
    film_days,
    sample_days,
)
from geodata.export.films.weighing import about_bytes, size_words

__all__ = [
    "FORMATS",
    "MOST_PICTURES",
    "Film",
    "FilmPlan",
    "Format",
    "Pace",
    "Samples",
    "about_bytes",
    "film_days",
    "format_of",
    "sample_days",
    "size_words",
    "write_film",
]
