"""Films are read back by another program: how many pictures, how long each, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageSequence

from geodata.errors import Cancelled, InputError, OutputError
from geodata.export import Manifest, ManifestClaim, NoManifest, read_manifest
from geodata.export.films import (
    FORMATS,
    Film,
    Pace,
    about_bytes,
    film_days,
    format_of,
    sample_days,
    size_words,
    write_film,
)
from geodata.export.films.mp4 import is_mp4_possible

NEEDS_VIDEO = pytest.mark.skipif(
    not is_mp4_possible(), reason="the extra “video” (OpenCV) is not installed"
)
START = date(2024, 3, 1)
MANIFEST = Manifest("1.0", "Niger & <more>", claims=(ManifestClaim("a", "d", "accepted"),))
# A pole's colour that only a late picture shows must not turn into another.
LATE = (11, 92, 173)


def pictures(number: int, size: tuple[int, int] = (320, 180)) -> Iterator[Image.Image]:
    for at in range(number):
        image = Image.new("RGB", size, (240, 236, 228))
        draw = ImageDraw.Draw(image)
        draw.rectangle((20, 20, 120, 120), fill=(243, 196, 170))
        draw.text((10, 150), str(START + timedelta(days=at)), fill=(20, 20, 20))
        if at >= number - 3:
            draw.rectangle((200, 40, 260, 100), fill=LATE)
        yield image


def written(folder: Path, suffix: str, number: int = 12, **options: object) -> Path:
    target = folder / f"film{suffix}"
    write_film(pictures(number), target, Film(number, manifest=MANIFEST, **options))
    return target


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_pillow_finds_every_picture_with_its_date_and_time(tmp_path, suffix):
    film = Image.open(written(tmp_path, suffix, fps=5))
    assert film.n_frames == 12
    durations = []
    for shown, meant in zip(ImageSequence.Iterator(film), pictures(12), strict=True):
        frame = shown.convert("RGB")
        durations.append(shown.info["duration"])
        # The words of the date are where they should be, as dark as they should be.
        word = ImageChops.difference(frame.crop((8, 148, 90, 164)), meant.crop((8, 148, 90, 164)))
        assert max(high for _, high in word.getextrema()) < 60
    assert durations == [200] * 11 + [2000]
    assert film.info["loop"] == 0


def test_a_colour_that_comes_late_keeps_its_hue_in_the_one_palette(tmp_path):
    film = Image.open(written(tmp_path, ".gif", number=60))
    film.seek(59)
    found = film.convert("RGB").getpixel((230, 70))
    assert max(abs(a - b) for a, b in zip(found, LATE, strict=True)) <= 8


def test_only_what_changes_is_written_anew(tmp_path):
    one, many = written(tmp_path, ".gif", number=1), (tmp_path / "a").mkdir() or tmp_path / "a"
    first = one.stat().st_size
    assert written(many, ".gif", number=40).stat().st_size < first * 12


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_film_that_runs_once_says_so(tmp_path, suffix):
    film = Image.open(written(tmp_path, suffix, is_looping=False))
    assert film.info.get("loop", 1) == 1


@pytest.mark.parametrize("suffix", [".gif", ".webp", pytest.param(".mp4", marks=NEEDS_VIDEO)])
def test_a_film_says_what_it_rests_on(tmp_path, suffix):
    assert read_manifest(written(tmp_path, suffix)) == MANIFEST


@NEEDS_VIDEO
def test_an_mp4_is_read_back_picture_by_picture(tmp_path):
    import cv2

    film = cv2.VideoCapture(str(written(tmp_path, ".mp4", fps=5)))
    shown = []
    while (read := film.read())[0]:
        shown.append(read[1])
    # The last one is held for two seconds.
    assert len(shown) == 11 + 10
    assert film.get(cv2.CAP_PROP_FPS) == pytest.approx(5)
    blue, green, red = shown[-1][70, 230]
    assert max(abs(int(red) - 11), abs(int(green) - 92), abs(int(blue) - 173)) < 20


@pytest.mark.skipif(is_mp4_possible(), reason="the extra “video” is installed")
def test_without_the_extra_it_is_said_how_to_get_it(tmp_path):
    with pytest.raises(OutputError, match="pip install opencv-python-headless"):
        written(tmp_path, ".mp4")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_a_film_that_breaks_off_leaves_what_was_there(tmp_path, suffix):
    target = tmp_path / f"film{suffix}"
    target.write_bytes(b"before")

    def broken() -> Iterator[Image.Image]:
        yield from pictures(3)
        raise OutputError("x", "the camera broke", todo="Try again.")

    with pytest.raises(OutputError, match="camera broke"):
        write_film(broken(), target, Film(9))
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize("suffix", [".gif", ".webp", pytest.param(".mp4", marks=NEEDS_VIDEO)])
def test_the_size_is_told_from_a_few_pictures(tmp_path, suffix):
    number = 40
    days = film_days(START, START + timedelta(days=number - 1), Pace.DAY)
    every = list(pictures(number))
    samples = sample_days(days, [days[-3]])
    few = [every[(day - START).days] for day in samples.days]
    kind = format_of(Path(f"a{suffix}"))
    least, most = about_bytes(few, samples, Film(number, manifest=MANIFEST), kind)
    real = written(tmp_path, suffix, number=number).stat().st_size
    assert real / 3 < least < most < real * 3


def test_a_film_is_weighed_by_quiet_days_and_by_days_of_few_and_of_many_changes():
    days = [START + timedelta(days=number) for number in range(10)]
    changes = [days[2], *[days[5]] * 9, *[days[8]] * 4]
    found = sample_days(days, changes).pairs
    assert sum(number for _, _, number in found) == 9
    quiet, loud = found[:3], found[3:]
    assert all(not any(first < day <= second for day in changes) for first, second, _ in quiet)
    assert [second for _, second, _ in loud] == [days[2], days[8], days[5]]
    assert sample_days(days[:1], changes).days == ()


def test_a_format_that_writes_whole_pictures_again_is_weighed_with_them():
    wholes = {kind.suffix: kind.wholes(Film(25, fps=4)) for kind in FORMATS}
    # 25 pictures of an MP4 are written as 32, since its last one cannot be held otherwise.
    assert wholes == {".gif": 1, ".webp": 1, ".mp4": 3}
    assert FORMATS[1].wholes(Film(121)) == 3


def test_weighing_can_be_stopped():
    def stop():
        raise Cancelled("The weighing")

    with pytest.raises(Cancelled):
        about_bytes(list(pictures(1)), sample_days([], []), Film(1), FORMATS[0], stop)


def test_a_size_is_told_as_people_say_it():
    assert size_words(1_440_000) == "1.4 MB"
    assert size_words(880_000, 1_440_000) == "0.9 to 1.4 MB"
    assert size_words(120_000, 180_400) == "120 to 180 kB"
    assert size_words(10) == "1 kB"


def test_a_film_that_carries_no_manifest_is_told_from_ours(tmp_path):
    for suffix in (".gif", ".webp"):
        target = tmp_path / f"other{suffix}"
        next(pictures(1)).save(target)
        with pytest.raises(NoManifest, match="no manifest"):
            read_manifest(target)
    (tmp_path / "other.mp4").write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08free")
    with pytest.raises(NoManifest, match="no manifest"):
        read_manifest(tmp_path / "other.mp4")
    (tmp_path / "broken.gif").write_bytes(b"GIF89a nonsense")
    with pytest.raises(NoManifest):
        read_manifest(tmp_path / "broken.gif")


@given(
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.integers(0, 900),
    st.sampled_from(Pace),
    st.lists(st.dates(date(2000, 1, 1), date(2050, 1, 1)), max_size=20),
)
def test_days_run_from_end_to_end_in_order(first, length, pace, changes):
    last = first + timedelta(days=length)
    days = film_days(first, last, pace, changes)
    assert (days[0], days[-1]) == (first, last)
    assert list(days) == sorted(set(days))
    if pace is Pace.CHANGE:
        assert {day for day in changes if first < day < last} == set(days[1:-1])
    if pace is Pace.MONTH:
        assert all(day.day == first.day or day.day >= 28 for day in days[:-1])


def test_a_month_that_is_too_short_gives_its_last_day():
    days = film_days(date(2024, 1, 31), date(2024, 5, 31), Pace.MONTH)
    assert [str(day) for day in days] == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
        "2024-05-31",
    ]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: film_days(START, START - timedelta(days=1), Pace.DAY), "cannot run"),
        (lambda: film_days(date(1900, 1, 1), date(2024, 1, 1), Pace.DAY), "too long"),
        (lambda: Film(3, fps=0), "cannot be shown"),
        (lambda: Film(3, fps=500), "cannot be shown"),
    ],
)
def test_what_cannot_be_filmed_is_told(make, words):
    with pytest.raises(InputError, match=words):
        make()


def test_every_format_has_an_ending_of_its_own():
    assert len({kind.suffix for kind in FORMATS}) == len(FORMATS)
    assert format_of(Path("A.GIF")) is FORMATS[0]
    assert format_of(Path("a.avi")) is None
