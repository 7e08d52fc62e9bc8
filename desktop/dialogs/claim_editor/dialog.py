"""The editor of one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.claim_editor.fields import CountField, DaysField, PlaceField, ReadDate
from desktop.settings.theme import Theme
from desktop.wording.naming import Wording, country_name
from desktop.wording.terms import HELP, KINDS, MODALITIES, OTHER_SIDE
from desktop.wording.terms import STATUSES as STATUS_WORDS
from geodata.domain.claims import STATUSES, Claim, ClaimKind, Modality, Status
from geodata.domain.places import Place
from geodata.domain.spans import Span
from geodata.domain.times import UNKNOWN_DATE

UNKNOWN_ACTOR = "unknown"


class ClaimEditor(QDialog):
    """
    Every field of a claim on the left, the words it rests on at the right.

    Args:
        theme: Colours and fonts.
        wording: Names of actors.
        claim: As it stands.
        text: The stored text of its article.
        candidates: Places that names in its evidence may stand for.
        find: Looks a name up in the gazetteer.
        read: Reads a date as a person types it.
        parent: Owner.
    """

    def __init__(
        self,
        theme: Theme,
        wording: Wording,
        claim: Claim,
        text: str,
        *,
        candidates: Sequence[Place],
        find: Callable[[str], Sequence[Place]],
        read: ReadDate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._wording, self._claim = theme, wording, claim
        self.setWindowTitle("Edit claim")
        self.resize(860, 560)
        self.kind = _choice("Kind", [(words, kind) for kind, words in KINDS.items()], claim.kind)
        # Nobody is proposed where nobody is known: the person has to say who it is.
        known = None if claim.actor == UNKNOWN_ACTOR else claim.actor
        self.actor = self._actor_field("Who", known)
        self.host = _country_field("Country", claim.host)
        self.place = PlaceField(claim.place, candidates, find)
        self.target = self._actor_field("Toward or away from, or handed over to", claim.target)
        self.status = QComboBox()
        self.status.setAccessibleName("Status")
        voices = [(words, voice) for voice, words in MODALITIES.items()]
        self.modality = _choice("How it is said", voices, claim.modality)
        self.attribution = QLineEdit(claim.attribution)
        self.attribution.setAccessibleName("Said by")
        self.count = CountField(claim.count, claim.evidence[0])
        self.begins = DaysField("When", claim.begins, read)
        self.ends = DaysField("Ends", claim.ends, read)
        self.deadline = DaysField("Deadline", claim.deadline, read)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.summary.setFont(theme.font("body_strong"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._fill_statuses(claim.status)
        self._lay_out(text)
        self._join()
        self._check()
        self.kind.setFocus()

    @property
    def _kind(self) -> ClaimKind:
        # Qt keeps the plain text of a member, not the member.
        return ClaimKind(self.kind.currentData())

    def edited(self) -> Claim:
        """
        Return the claim as the fields have it.

        Raises:
            UnclearDate: A date cannot be read.
            ValueError: A range is reversed; the Save button is off while it is.
        """
        target = self._name_in(self.target) or None
        return replace(
            self._claim,
            kind=self._kind,
            actor=self._name_in(self.actor) or self._claim.actor,
            host=self.host.currentData(),
            place=self.place.value(),
            target=target,
            status=Status(self.status.currentData()),
            modality=Modality(self.modality.currentData()),
            attribution=self.attribution.text().strip(),
            count=self.count.value(),
            begins=self.begins.value() or UNKNOWN_DATE,
            ends=self.ends.value(),
            deadline=self.deadline.value(),
        )

    def _lay_out(self, text: str) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows: tuple[tuple[str, QWidget, str], ...] = (
            ("&Kind", self.kind, "kind"),
            ("&Who", self.actor, "who"),
            ("&Status", self.status, "status"),
            ("&Toward or from", self.target, "other"),
            ("&Country", self.host, "country"),
            ("&Place", self.place, "place"),
            ("N&umber", self.count, "count"),
            ("Whe&n", self.begins, "when"),
            ("&Ends", self.ends, "ends"),
            ("&Deadline", self.deadline, "deadline"),
            ("&How said", self.modality, "modality"),
            ("Said &by", self.attribution, "attribution"),
        )
        for words, field, name in rows:
            label = QLabel(words)
            label.setBuddy(field)
            for widget in (label, field):
                widget.setToolTip(HELP[name])
                widget.setWhatsThis(HELP[name])
            field.setAccessibleDescription(HELP[name])
            form.addRow(label, field)
        inner = QWidget()
        inner.setLayout(form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(scroll, 3)
        columns.addWidget(self._evidence(text), 2)
        box = QVBoxLayout(self)
        box.addWidget(self.summary)
        box.addLayout(columns, 1)
        box.addWidget(self.buttons)

    def _evidence(self, text: str) -> QTextBrowser:
        view = QTextBrowser()
        view.setAccessibleName("The words this claim rests on")
        view.setOpenLinks(False)
        view.setFont(self._theme.font("reading"))
        shown = QTextCharFormat()
        shown.setBackground(QColor(self._theme.colours.ui.selection))
        cursor = QTextCursor(view.document())
        for number, (whole, quotes) in enumerate(_paragraphs(text, self._claim.evidence)):
            if number:
                cursor.insertText("\n\n", QTextCharFormat())
            at = whole.start
            for quote in quotes:
                cursor.insertText(text[at : quote.start], QTextCharFormat())
                cursor.insertText(text[max(at, quote.start) : quote.end], shown)
                at = max(at, quote.end)
            cursor.insertText(text[at : whole.end], QTextCharFormat())
        for number, other in enumerate(self._claim.context):
            words = " ".join(other.quote(text).split())
            lead = "" if number else "Also speaks of it, without saying so:\n"
            cursor.insertText(f"\n\n{lead}{words}", QTextCharFormat())
        return view

    def _join(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        for choice in (self.status, self.host, self.modality):
            choice.currentIndexChanged.connect(self._check)
        for names in (self.actor, self.target):
            names.editTextChanged.connect(self._check)
        for field in (self.count, self.begins, self.ends, self.deadline, self.place):
            field.changed.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        # Enter in the place field looks a name up; it must not save.
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setAutoDefault(False)
        save.setDefault(False)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, save.click)
        save.setToolTip("Save the correction (Ctrl+Enter)")

    def _on_kind(self, _index: int) -> None:
        self._fill_statuses(self.status.currentData())
        self._check()

    def _fill_statuses(self, wanted: Status | None) -> None:
        kind = self._kind
        self.status.blockSignals(True)
        self.status.clear()
        for status in Status:
            if status in STATUSES[kind]:
                self.status.addItem(STATUS_WORDS[status], status)
        self.status.setCurrentIndex(max(0, self.status.findData(wanted)))
        self.status.blockSignals(False)

    def _check(self, *_what: object) -> None:
        ranges = (self.count, self.begins, self.ends, self.deadline)
        is_valid = all(field.is_valid for field in ranges)
        is_troops = self._kind is ClaimKind.TROOPS
        self._form.setRowVisible(self.target, not is_troops)
        self._form.setRowVisible(self.count, is_troops)
        label = self._form.labelForField(self.target)
        assert isinstance(label, QLabel)
        label.setText(OTHER_SIDE[self._kind])
        if is_valid:
            self.summary.setText(self._wording.claim(self.edited()))
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(is_valid and bool(self._name_in(self.actor)))

    def _actor_field(self, name: str, actor: str | None) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setEditable(True)
        line = box.lineEdit()
        assert line is not None
        line.setAccessibleName(name)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        names = {code: self._wording.name_of(code) for code in self._wording.actors.countries}
        entries = self._wording.actors.organisations.values()
        names.update({entry["name"]: entry["name"] for entry in entries if "name" in entry})
        if actor:
            names.setdefault(actor, self._wording.name_of(actor))
        for code, words in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            box.addItem(words, code)
        box.setCurrentIndex(box.findData(actor) if actor else -1)
        box.setEditText(self._wording.name_of(actor) if actor else "")
        return box

    def _name_in(self, box: QComboBox) -> str:
        text = box.currentText().strip()
        at = box.findText(text, Qt.MatchFlag.MatchFixedString)
        return str(box.itemData(at)) if at >= 0 else text


def _paragraphs(text: str, quotes: Sequence[Span]) -> list[tuple[Span, list[Span]]]:
    """Return each paragraph once, the first quote's first, with its quotes in reading order."""
    found: list[tuple[Span, list[Span]]] = []
    for quote in quotes:
        start = text.rfind("\n", 0, quote.start) + 1
        end = text.find("\n", quote.end)
        whole, inside = Span(start, len(text) if end < 0 else end), [quote]
        apart = []
        for other, others in found:
            if other.start < whole.end and whole.start < other.end:
                whole = Span(min(whole.start, other.start), max(whole.end, other.end))
                inside = [*others, *inside]
            else:
                apart.append((other, others))
        place = next((n for n, one in enumerate(found) if one not in apart), len(apart))
        found = [*apart[:place], (whole, sorted(inside, key=lambda q: q.start)), *apart[place:]]
    return found


def _choice(name: str, options: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in options:
        box.addItem(words, value)
    box.setCurrentIndex(box.findData(chosen))
    return box


def _country_field(name: str, code: str | None) -> QComboBox:
    territories = {
        QLocale.territoryToCode(territory)
        for locale in QLocale.matchingLocales(
            QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
        )
        for territory in [locale.territory()]
    }
    codes = {known for known in territories if len(known) == 2 and known.isalpha()}
    codes |= {code} if code else set()
    named = sorted((country_name(known), known) for known in codes)
    return _choice(name, [("not known", None), *named], code)
