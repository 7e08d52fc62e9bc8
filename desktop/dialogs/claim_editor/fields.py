"""Fields that take a range of days, a range of people, and a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.wording.places import place_words
from desktop.wording.words import date_words, short_day
from geodata.domain.mentions import Count, Qualifier
from geodata.domain.places import Place
from geodata.domain.spans import Span
from geodata.domain.times import Precision, UncertainDate
from geodata.errors import UnclearDate

ReadDate = Callable[[str], UncertainDate]


def _set_wrong(line: QLineEdit, *, is_wrong: bool) -> None:
    line.setProperty("is_wrong", "true" if is_wrong else "false")
    line.style().unpolish(line)
    line.style().polish(line)


class DaysField(QWidget):
    """
    The first and last day on which something may have been; an empty end is open.

    Args:
        name: What it is, for assistive tools.
        when: What is there now; None leaves both ends open.
        read: Reads a date as a person types it.
        labels: Stand before the two fields; without them the fields say what they are until filled.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        when: UncertainDate | None,
        read: ReadDate,
        labels: tuple[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._before, self._read = when, read
        self.first, self.last = QLineEdit(), QLineEdit()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        ends = ((self.first, "first day"), (self.last, "last day"))
        for (edit, which), words in zip(ends, labels or ("", ""), strict=True):
            if words:
                line.setSpacing(8)
                label = QLabel(words)
                label.setBuddy(edit)
                line.addWidget(label)
            edit.setAccessibleName(f"{name}: {which}")
            edit.setPlaceholderText(which)
            edit.setToolTip("2024-05-19, 19 May 2024, May 2024 or 2024; empty where it is open")
            edit.textEdited.connect(self._on_edited)
            line.addWidget(edit, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(line)
        rows.addWidget(self.words)
        if when is not None:
            self.first.setText(short_day(when.earliest) if when.earliest else "")
            self.last.setText(short_day(when.latest) if when.latest else "")
        self._tell()

    @property
    def is_valid(self) -> bool:
        """Whether both ends can be read and stand in their order."""
        try:
            self.value()
        except (UnclearDate, ValueError):
            return False
        return True

    def value(self) -> UncertainDate | None:
        """
        Return the days, or None where both ends are open.

        Raises:
            UnclearDate: An end cannot be read.
            ValueError: The first day is after the last.
        """
        first, last = self.first.text().strip(), self.last.text().strip()
        earliest = self._read(first).earliest if first else None
        latest = self._read(last).latest if last else None
        before = self._before
        if before is not None and (before.earliest, before.latest) == (earliest, latest):
            return before
        if earliest is None and latest is None:
            return None
        is_day = earliest == latest
        precision = Precision.DAY if is_day else Precision.INTERVAL
        return UncertainDate(earliest, latest, precision, why="given by hand")

    def _on_edited(self) -> None:
        self._tell()
        self.changed.emit()

    def close_end(self) -> None:
        """Take a period typed in the first field alone as the whole, not as an open beginning."""
        first, last = self.first.text().strip(), self.last.text().strip()
        if not first or last:
            return
        try:
            latest = self._read(first).latest
        except UnclearDate:
            return
        if latest is not None:
            self.last.setText(short_day(latest))
            self._on_edited()

    def _tell(self) -> None:
        for edit in (self.first, self.last):
            try:
                self._read(edit.text()) if edit.text().strip() else None
            except UnclearDate:
                _set_wrong(edit, is_wrong=True)
            else:
                _set_wrong(edit, is_wrong=False)
        try:
            when = self.value()
        except UnclearDate as error:
            self.words.setText(str(error))
        except ValueError:
            self.words.setText("The first day is after the last.")
        else:
            self.words.setText(date_words(when) if when and when.is_known else "not given")


class CountField(QWidget):
    """
    The lowest and highest number of people that the words allow.

    Args:
        count: What is there now, or None.
        evidence: Where the number stands when it was given by hand.
    """

    changed = Signal()

    def __init__(self, count: Count | None, evidence: Span) -> None:
        super().__init__()
        self._before, self._evidence = count, evidence
        self.low, self.high = QLineEdit(), QLineEdit()
        self.is_open = QCheckBox("or more")
        for edit, name in ((self.low, "lowest"), (self.high, "highest")):
            edit.setAccessibleName(f"Count: {name}")
            edit.setPlaceholderText(name)
            edit.textEdited.connect(self._on_edited)
        self.is_open.toggled.connect(self._on_edited)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.low, 1)
        line.addWidget(QLabel("to"))
        line.addWidget(self.high, 1)
        line.addWidget(self.is_open)
        if count is not None:
            self.low.setText(str(count.low))
            self.high.setText("" if count.high is None else str(count.high))
            self.is_open.setChecked(count.high is None)
        self._on_edited()

    @property
    def is_valid(self) -> bool:
        """Whether the numbers are numbers and stand in their order."""
        try:
            self.value()
        except ValueError:
            return False
        return True

    def value(self) -> Count | None:
        """
        Return the count, or None where none is given.

        Raises:
            ValueError: It is no number, or the lowest is above the highest.
        """
        low, high = _number(self.low.text()), _number(self.high.text())
        if self.is_open.isChecked():
            high = None
        elif high is None:
            high = low
        if low is None:
            low = 0 if high is not None else None
        if low is None:
            return None
        before = self._before
        if before is not None and (before.low, before.high) == (low, high):
            return before
        qualifier = Qualifier.OVER if high is None else Qualifier.RANGE
        words = before.text if before is not None else ""
        span = before.span if before is not None else self._evidence
        return Count(low, high, Qualifier.EXACT if low == high else qualifier, words, span)

    def _on_edited(self, *_what: object) -> None:
        self.high.setEnabled(not self.is_open.isChecked())
        is_wrong = not self.is_valid
        for edit in (self.low, self.high):
            _set_wrong(edit, is_wrong=is_wrong)
        self.changed.emit()


def _number(text: str) -> int | None:
    digits = text.replace(",", "").replace(" ", "").strip()
    return int(digits) if digits else None


class PlaceField(QComboBox):
    """
    A place below the country: the candidates of the article first, then what is typed.

    Args:
        place: What is there now, or None for the country as a whole.
        candidates: Places that the article's names may stand for.
        find: Looks a name up in the gazetteer.
    """

    changed = Signal()
    _WHOLE = "the country as a whole"

    def __init__(
        self,
        place: Place | None,
        candidates: Sequence[Place],
        find: Callable[[str], Sequence[Place]],
    ) -> None:
        super().__init__()
        self._find = find
        self._places: list[Place | None] = [None]
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName("Place")
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName("Place")
        self.setToolTip("Choose, or type a name and press Enter to look it up")
        self.addItem(self._WHOLE)
        for other in [*([place] if place else []), *candidates]:
            self._offer(other)
        self.setCurrentIndex(1 if place else 0)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())
        line = self.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.look_up)

    def value(self) -> Place | None:
        """Return the place chosen, or None for the country as a whole."""
        return self._places[max(0, self.currentIndex())]

    def look_up(self) -> None:
        """Offer what the typed name may stand for, and choose the most prominent."""
        name = self.currentText().strip()
        if name in (self.itemText(at) for at in range(self.count())):
            return
        found = [self._offer(place) for place in self._find(name)]
        line = self.lineEdit()
        if found:
            self.setCurrentIndex(found[0])
        elif line is not None:
            _set_wrong(line, is_wrong=True)

    def _offer(self, place: Place) -> int:
        ids = [known.id if known else None for known in self._places]
        if place.id in ids:
            return ids.index(place.id)
        self._places.append(place)
        self.addItem(place_words(place))
        return len(self._places) - 1
