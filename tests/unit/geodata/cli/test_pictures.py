"""The options of a picture on the command line, with a writer that only notes what it is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geodata.cli.main import main
from geodata.errors import InputError
from geodata.services import sample_folder
from geodata.sheets import A4, SHEETS, SLIDE, Part, PictureChoice, custom_sheet


class Noted:
    """Notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, PictureChoice, date]] = []

    def beside(self, work: Callable[[], Any]) -> Any:
        return work()

    def __call__(
        self, _project: object, _resources: object, target: Path, choice: PictureChoice, **told: Any
    ) -> None:
        self.asked.append((target, choice, told["on"]))


def export(tmp_path: Path, *options: str, name: str = "map.png") -> tuple[int, Noted]:
    noted = Noted()
    words = ["export", str(sample_folder()), "--on", "2024-05-20", "-o", str(tmp_path / name)]
    return main([*words, *options], write_picture=noted), noted


def test_every_choice_reaches_the_picture(tmp_path: Path) -> None:
    code, noted = export(
        tmp_path,
        *("--preset", "a4", "--title", "Who stays?", "--subtitle", "", "--theme", "dark"),
        *("--without", "time", "locator", "--extent", "-6", "4", "18", "24"),
        name="map.pdf",
    )
    assert code == 0
    ((target, choice, on),) = noted.asked
    assert (target.name, on) == ("map.pdf", date(2024, 5, 20))
    assert choice == PictureChoice(
        A4, "Who stays?", "", True, frozenset({Part.TIME, Part.LOCATOR}), (-6.0, 4.0, 18.0, 24.0)
    )


def test_nothing_chosen_is_a_light_slide_with_proposed_words(tmp_path: Path) -> None:
    _code, noted = export(tmp_path)
    assert noted.asked[0][1] == PictureChoice(SLIDE)


def test_a_size_of_ones_own(tmp_path: Path) -> None:
    _code, noted = export(tmp_path, "--size", "2000x1200@1.5")
    assert noted.asked[0][1].sheet == custom_sheet(2000, 1200, 1.5)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--size", "large"), "“large” is no size"),
        (("--size", "100x100"), "100 by 100 pixels cannot be made"),
        (("--size", "12000x12000"), "too large to paint"),
        (("--size", "800x800@9"), "density of 9 cannot be used"),
        (("--size", "800x800@4"), "leave no room for a map"),
        (("--size", "800x800", "--preset", "a4"), "both tell a size"),
        (("--extent", "20", "4", "18", "24"), "is no box on the map"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    code, noted = export(tmp_path, *options)
    assert (code, noted.asked) == (2, [])
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_articles_without_claims_are_no_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "recipe.txt"
    article.write_text("Beat three eggs with sugar.\n\nBake for an hour.\n", encoding="utf-8")
    noted = Noted()
    code = main(["export", str(article), "-o", str(tmp_path / "map.png")], write_picture=noted)
    assert (code, noted.asked) == (2, [])
    assert "no claim was found" in capsys.readouterr().err


def test_a_date_without_claims_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _noted = export(tmp_path, "--on", "1999-01-01")
    assert code == 0
    assert "the map of 1999-01-01" in capsys.readouterr().err


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.name)
def test_presets_could_be_typed_too(sheet: Any) -> None:
    custom_sheet(sheet.width_px, sheet.height_px, sheet.density)


def test_a_density_has_bounds() -> None:
    with pytest.raises(InputError, match="Give one from"):
        custom_sheet(1000, 1000, 0.1)
