"""Online tiles: only providers without a key, over https, each from one host."""

from __future__ import annotations

import pytest

from geodata.mapping.tiles import OFFERED, offered_tiles


@pytest.mark.parametrize("key", OFFERED)
def test_what_is_offered_can_be_asked(key: str) -> None:
    tiles = offered_tiles(key)
    assert tiles.url.startswith(f"https://{tiles.host}/")
    assert all(part in tiles.url for part in ("{z}", "{x}", "{y}"))
    assert "{s}" not in tiles.url, "several hosts would have to be let through"
    assert tiles.attribution
    assert tiles.max_zoom >= 9


def test_nothing_else_is_offered() -> None:
    with pytest.raises(KeyError):
        offered_tiles("CartoDB.Positron")
