"""What a person does with the story: every change is a step of the workbench."""

from __future__ import annotations

import uuid
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.shell.conductor import Players
from desktop.shell.message_bar import Tone
from desktop.shell.project.workbench import Workbench
from desktop.shell.session import Session
from geodata.domain.claims import ClaimId
from geodata.domain.stories import Bookmark, BookmarkId, Caption, Story
from geodata.editing import moved_to, with_bookmark, with_change, without_bookmark
from geodata.layers import headline
from geodata.written_days import day_words


class Storytelling(QObject):
    """
    Joins the story panel to the project, and leads the map to a bookmark.

    Args:
        session: What is open.
        workbench: What changes it.
        players: Panel, map, time bar and the other parts that a bookmark sets.
    """

    def __init__(self, session: Session, workbench: Workbench, players: Players) -> None:
        super().__init__(players.window)
        self._session = session
        self._workbench = workbench
        self._players = players
        self._panel = players.story
        self._stroke = ""
        for told in (session.opened, session.changed, session.restated, session.story_changed):
            told.connect(lambda _what: self._show())
        session.opened.connect(self._on_opened)
        self._join_panel()

    def _join_panel(self) -> None:
        panel = self._panel
        panel.add_asked.connect(self.add)
        panel.chosen.connect(self.go)
        panel.update_asked.connect(self.update)
        panel.retitled.connect(self.retitle)
        panel.captioned.connect(self.caption)
        panel.move_asked.connect(self.move)
        panel.remove_asked.connect(self.remove)
        panel.cite_asked.connect(self.cite)
        panel.claim_clicked.connect(lambda chosen: self._session.select_claim(ClaimId(chosen)))
        panel.caption.left.connect(self._end_stroke)

    @property
    def story(self) -> Story:
        """The open project's story."""
        project = self._session.project
        return () if project is None else project.story

    def add(self) -> None:
        """Add what the map shows, after the chosen bookmark."""
        if self._session.project is None:
            return
        made = self._as_shown(BookmarkId(uuid.uuid4().hex), self._proposed_title())
        current = self._panel.current
        story = with_bookmark(self.story, made, after=current.id if current else None)
        self._workbench.tell(f"Add the bookmark “{made.title}”", story)
        self._panel.choose(made.id)
        self._players.window.show_story()
        self._panel.rename()

    def update(self, bookmark_id: str) -> None:
        """Take what the map shows for a bookmark; its words stay."""
        bookmark = self._find(bookmark_id)
        if bookmark is not None:
            now = self._as_shown(bookmark.id, bookmark.title)
            changed = replace(now, caption=bookmark.caption)
            self._change(f"Update “{bookmark.title}” to this view", changed)

    def retitle(self, bookmark_id: str, title: str) -> None:
        """Give a bookmark another heading."""
        bookmark = self._find(bookmark_id)
        if bookmark is not None:
            self._change(f"Rename “{bookmark.title}”", replace(bookmark, title=title))

    def caption(self, bookmark_id: str, caption: Caption) -> None:
        """Give a bookmark other words; what is typed in one go is one step."""
        bookmark = self._find(bookmark_id)
        if bookmark is not None and caption != bookmark.caption:
            self._stroke = self._stroke or uuid.uuid4().hex
            story = with_change(self.story, replace(bookmark, caption=caption))
            stroke = f"{bookmark_id} {self._stroke}"
            self._workbench.tell(f"Write the caption of “{bookmark.title}”", story, stroke=stroke)

    def move(self, bookmark_id: str, place: int) -> None:
        """Move a bookmark to another place."""
        bookmark = self._find(bookmark_id)
        if bookmark is not None:
            story = moved_to(self.story, bookmark.id, place)
            self._workbench.tell(f"Move “{bookmark.title}”", story)
            self._panel.choose(bookmark_id)

    def remove(self, bookmark_id: str) -> None:
        """Take a bookmark out of the story."""
        bookmark = self._find(bookmark_id)
        if bookmark is not None:
            story = without_bookmark(self.story, bookmark.id)
            self._workbench.tell(f"Delete the bookmark “{bookmark.title}”", story)

    def cite(self) -> None:
        """Cite the selected claim in the caption of the chosen bookmark."""
        chosen = self._players.claims.chosen
        if self._panel.current is None:
            self._tell("There is no bookmark to cite a claim in. Press B to add this view first.")
        elif not chosen:
            self._tell("No claim is selected. Select one in the table, then cite it.")
        else:
            self._players.window.show_story()
            for claim_id in chosen:
                self._panel.cite(claim_id)

    def go(self, bookmark_id: str) -> None:
        """Show what a bookmark shows."""
        project, bookmark = self._session.project, self._find(bookmark_id)
        if project is None or bookmark is None:
            return
        players, session = self._players, self._session
        players.time_bar.pause()
        present = {source.document.id for source in project.sources}
        muted = bookmark.muted & present
        if muted not in (project.muted, present):
            players.sources.set_muted(muted)
            session.mute(muted)
        players.time_bar.set_reach(bookmark.reach)
        session.hide(bookmark.hidden)
        session.set_time(bookmark.on, bookmark.known_by)
        if bookmark.view is None:
            players.map_view.fit()
        else:
            players.map_view.show_view(bookmark.view)

    def _proposed_title(self) -> str:
        """Return what the map tells; the date, which stands beside it anyway, only failing that."""
        session = self._session
        on, project = session.on, session.project
        if project is None:
            return day_words(on)
        shown = [mark for mark in project.marks if mark.layer not in session.hidden]
        frame = on, session.known_by, session.reach
        reported = project.reported_before(on, session.known_by)
        return headline(shown, *frame, reported=reported) or day_words(on)

    def _as_shown(self, bookmark_id: BookmarkId, title: str) -> Bookmark:
        session = self._session
        project = session.project
        return Bookmark(
            bookmark_id,
            title,
            session.on,
            session.known_by,
            session.reach,
            session.hidden,
            frozenset() if project is None else project.muted,
            self._players.map_view.view,
        )

    def _change(self, text: str, bookmark: Bookmark) -> None:
        self._workbench.tell(text, with_change(self.story, bookmark))

    def _find(self, bookmark_id: str) -> Bookmark | None:
        return next((one for one in self.story if one.id == bookmark_id), None)

    def _show(self) -> None:
        project = self._session.project
        if project is None or not project.story:
            self._panel.set_story((), ())
            self._players.window.story.set_count("")
            return
        from geodata.services import cited_claims

        self._panel.set_story(project.story, cited_claims(project))
        self._players.window.story.set_count(str(len(project.story)))

    def _on_opened(self, _project: object) -> None:
        if self.story:
            self._players.window.story.show()

    def _end_stroke(self) -> None:
        self._stroke = ""

    def _tell(self, words: str) -> None:
        self._players.window.messages.tell(words, Tone.WARNING)
