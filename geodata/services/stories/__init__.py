"""The story of a project, its citations, and the files that tell it."""

from geodata.services.stories.story import (
    Cited,
    check_story,
    cited_claims,
    export_story,
    source_words,
    story_troubles,
)

__all__ = [
    "Cited",
    "check_story",
    "cited_claims",
    "export_story",
    "source_words",
    "story_troubles",
]
