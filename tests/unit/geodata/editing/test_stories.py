"""A story is led from step to step, and every step can be taken back."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geodata.domain.claims import ClaimId
from geodata.domain.stories import (
    CITATION,
    Bookmark,
    BookmarkId,
    Caption,
    Story,
    citation_numbers,
)
from geodata.editing import moved_to, with_bookmark, with_change, without_bookmark

DAY = date(2024, 5, 20)


def bookmark(name: str, *cited: str) -> Bookmark:
    caption = Caption(CITATION * len(cited), tuple(map(ClaimId, cited)))
    return Bookmark(BookmarkId(name), name, DAY, DAY, caption=caption)


stories = st.lists(st.sampled_from("abcdef"), unique=True).map(
    lambda names: tuple(bookmark(name, name) for name in names)
)


def ids(story: Story) -> str:
    return "".join(one.id for one in story)


def test_a_bookmark_follows_the_one_that_it_was_added_after():
    story = (bookmark("a"), bookmark("b"))
    assert ids(with_bookmark(story, bookmark("x"), after=BookmarkId("a"))) == "axb"
    assert ids(with_bookmark(story, bookmark("x"))) == "abx"
    assert ids(with_bookmark(story, bookmark("x"), after=BookmarkId("gone"))) == "abx"


@given(stories, st.sampled_from("abcdef"), st.integers(-3, 9))
def test_moving_loses_nothing_and_can_be_taken_back(story: Story, name: str, place: int):
    chosen = BookmarkId(name)
    moved = moved_to(story, chosen, place)
    assert sorted(ids(moved)) == sorted(ids(story))
    assert without_bookmark(moved, chosen) == without_bookmark(story, chosen)
    if name in ids(story):
        assert moved_to(moved, chosen, ids(story).index(name)) == story


@given(stories, st.sampled_from("abcdef"))
def test_a_change_is_of_one_bookmark(story: Story, name: str):
    after = with_change(story, bookmark(name, "other"))
    assert ids(after) == ids(story)
    assert without_bookmark(after, BookmarkId(name)) == without_bookmark(story, BookmarkId(name))


def test_numbers_follow_the_reader_and_a_claim_keeps_its_number():
    story = (bookmark("a", "x", "y"), bookmark("b"), bookmark("c", "y", "z"))
    assert citation_numbers(story) == {"x": 1, "y": 2, "z": 3}
