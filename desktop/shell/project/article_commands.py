"""The menu Article: what can be done with the article that the reader shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.shell.actions import ActionSpec
from desktop.shell.conductor import Players
from desktop.shell.project.desk import Desk
from desktop.views.reader import Marking

_MENU = "Article"
_SELECT_FIRST = "Select some words in the reader first: click into it, then hold Shift and move."


def article_actions(desk: Desk, players: Players) -> tuple[ActionSpec, ...]:
    """Return what stands in the menu Article."""
    marks = (
        ("article.place", "Mark selected words as a &place…", Marking.PLACE, "Ctrl+Shift+P"),
        ("article.date", "Mark selected words as a &date…", Marking.DATE, "Ctrl+Shift+D"),
        ("article.claim", "Add a c&laim from selected words…", Marking.CLAIM, "Ctrl+Shift+L"),
        ("article.part", "Selected part was &written on…", Marking.PART, "Ctrl+Shift+W"),
    )
    rows: tuple[tuple[str, str, Callable[[], object], str], ...] = (
        *((key, title, partial(_mark, players, mark), keys) for key, title, mark, keys in marks),
        ("article.describe", "&Title, outlet and date…", desk.reviewing.describe_open, "Ctrl+T"),
        ("article.reread", "Read this article &again", desk.rereading.read_shown, "F5"),
        ("article.reread_all", "Read all a&rticles again", desk.rereading.read_all, "Shift+F5"),
        ("article.bases", "&Bases that may be one…", desk.bases.show, "Ctrl+B"),
        ("article.remove", "Remove from the pro&ject", partial(_remove, desk, players), ""),
    )
    tips = {
        "article.part": "Read the selected paragraphs against a publication date of their own",
        "article.bases": "Decide which words of all articles speak of one base",
        "article.reread": "Read it anew from its stored text; what you decided is kept",
        "article.reread_all": "Read all anew from their stored text; what you decided is kept",
    }
    return tuple(
        ActionSpec(
            key,
            title,
            _MENU,
            run,
            keys=(keys,) if keys else (),
            tip=tips.get(key, ""),
            opens_group=key in {"article.describe", "article.reread", "article.remove"},
            needs_project=True,
        )
        for key, title, run, keys in rows
    )


def _mark(players: Players, marking: Marking) -> None:
    if not players.reader.mark_selected(marking):
        players.window.reader.raise_()
        players.reader.text.setFocus()
        players.window.messages.tell(_SELECT_FIRST)


def _remove(desk: Desk, players: Players) -> None:
    document_id = players.reader.document_id
    if document_id is not None:
        desk.workbench.remove_sources([document_id])
