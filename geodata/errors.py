"""
The one error tree of geodata.

    DatelineError             what went wrong, and what to do about it
    + InputError              the person can fix what they gave us
      - UnreadableDocument    a file is missing, binary, empty, too large or wrongly encoded
      - ReadingFailed         an article brought the program itself to a fault
      - DuplicateArticle      the same bytes were given twice
      - NoArticles            a folder or list holds nothing that can be read
      - SeveralProjects       two project files were given where one can be opened
      - UnclearDate           a date that was typed or passed in cannot be read
      - UnknownPlace          a name is not in the gazetteer
      - NoStory               a story is asked of a project that holds no bookmark
    + ProjectError            a project file
      - NoProject             a file is missing, or is something else than a project
      - ProjectTooNew         a later version of Dateline wrote it
      - ProjectDamaged        part of it cannot be read
      - ProjectLocked         it is open in another window
    + OutputError             the result cannot be written where it was asked for
    + ServiceError            something outside this program is missing, off or failed
      - GazetteerMissing      the offline gazetteer was not built
      - BrokenPlugin          an installed extension cannot be used and was left out
      - NetworkSwitchedOff    an online service was asked for while it is switched off
    + PageError               the map page could not be built, or a message is not in the protocol
    + Cancelled               the person stopped a long job; nothing was changed
"""

from __future__ import annotations


class DatelineError(Exception):
    """
    Base of every error that Dateline raises on purpose.

    Args:
        what: What went wrong, in the person's words, with the value that did it.
        todo: What to do now: one imperative sentence.
    """

    def __init__(self, what: str, *, todo: str) -> None:
        super().__init__(f"{what} {todo}")
        self.what = what
        self.todo = todo

    def __reduce__(self) -> tuple[object, ...]:
        # Each error makes its words itself, so it cannot be made anew from them: what a worker
        # process sends back is filled with what it held.
        return _revived, (type(self), self.args), self.__dict__


def _revived(kind: type[DatelineError], arguments: tuple[object, ...]) -> DatelineError:
    error = kind.__new__(kind)
    error.args = arguments
    return error


class InputError(DatelineError):
    """What was given cannot be used; the person can fix it."""


class UnreadableDocument(InputError):
    """A file cannot be read as an article."""

    def __init__(self, name: str, reason: str, *, todo: str) -> None:
        super().__init__(f"“{name}” {reason}.", todo=todo)
        self.name = name
        self.reason = reason


class ReadingFailed(InputError):
    """An article made the program fail; the others are not touched by it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}” could not be read ({reason}).",
            todo="Add it again; if that fails too, report it with the article.",
        )
        self.name = name
        self.reason = reason


class DuplicateArticle(InputError):
    """A file holds the same bytes as one that is already there; it is left out."""

    def __init__(self, name: str, first: str) -> None:
        super().__init__(
            f"“{name}” is the same article as “{first}” and was left out.",
            todo="Add a different file if this was a mistake.",
        )
        self.name = name
        self.first = first


class NoArticles(InputError):
    """A folder or a list of files holds no article that can be read."""

    def __init__(self, where: str, *, reason: str = "holds no article") -> None:
        super().__init__(
            f"“{where}” {reason}.",
            todo="Choose a folder with text, web, PDF, Word, mail or feed files, or name the "
            "files one by one.",
        )
        self.where = where


class SeveralProjects(InputError):
    """Two project files were given where one can be opened."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(
            f"“{first}” and “{second}” are both projects, and only one can be opened.",
            todo="Name one of them, and articles to add to it if you like.",
        )
        self.first = first
        self.second = second


class NoStory(InputError):
    """A story is asked of a project that holds no bookmark."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” holds no story.",
            todo="Open it in the window, go to a date, and press B to add what the map shows.",
        )


class UnclearDate(InputError):
    """A date that a person typed cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not a date that can be read.",
            todo="Write it as 2024-05-19, 19 May 2024, May 2024 or 2024.",
        )
        self.text = text


class UnknownPlace(InputError):
    """A name has no entry in the gazetteer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No place called “{name}” is in the offline gazetteer.",
            todo="Check the spelling, or give a larger place nearby.",
        )
        self.name = name


class ProjectError(DatelineError):
    """A project file cannot be used as it is."""


class NoProject(ProjectError):
    """A file is missing, or is something else than a project of Dateline."""

    def __init__(self, name: str, *, reason: str) -> None:
        super().__init__(
            f"“{name}” cannot be opened as a project: {reason}.",
            todo="Choose a .gpkg file that Dateline saved, or add articles to a new project.",
        )
        self.name = name
        self.reason = reason


class ProjectTooNew(ProjectError):
    """A later version of Dateline wrote the file."""

    def __init__(self, name: str, *, found: int, known: int) -> None:
        super().__init__(
            f"“{name}” has the project format {found}, and this version of Dateline reads up to "
            f"{known}.",
            todo="Open it with a newer version of Dateline.",
        )
        self.name = name
        self.found = found
        self.known = known


class ProjectDamaged(ProjectError):
    """Part of a project file or of its journal cannot be read."""

    def __init__(self, name: str, *, reason: str) -> None:
        super().__init__(
            f"“{name}” is damaged: {reason}.",
            todo="Open a copy or a backup of it, or add its articles to a new project.",
        )
        self.name = name
        self.reason = reason


class ProjectLocked(ProjectError):
    """Another window has the project open."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is open in another window of Dateline.",
            todo="Close it there, or go on here without saving over it.",
        )
        self.name = name


class OutputError(DatelineError):
    """A result cannot be written."""

    def __init__(self, target: str, reason: str, *, todo: str) -> None:
        super().__init__(f"“{target}” cannot be written: {reason}.", todo=todo)
        self.target = target
        self.reason = reason


class ServiceError(DatelineError):
    """Something outside the program's own code is missing, switched off or failed."""


class GazetteerMissing(ServiceError):
    """The offline gazetteer has not been built on this machine."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"The gazetteer “{path}” is missing.",
            todo="Run “python packaging/bootstrap.py setup” once to build it.",
        )
        self.path = path


class BrokenPlugin(ServiceError):
    """An installed extension cannot be used; the program goes on without it."""

    def __init__(self, plugin: str, reason: str) -> None:
        super().__init__(
            f"The extension “{plugin}” was left out: {reason}.",
            todo="Update or uninstall the package that brings it.",
        )
        self.plugin = plugin
        self.reason = reason


class NetworkSwitchedOff(ServiceError):
    """An online service was asked for while the network is switched off."""

    def __init__(self, service: str) -> None:
        super().__init__(
            f"{service} needs the internet, and online look-ups are switched off.",
            todo="Switch them on for this call if you agree to send the name to that service.",
        )
        self.service = service


class PageError(DatelineError):
    """The map page could not be built, or it sent something outside the protocol."""


class Cancelled(DatelineError):
    """The person stopped a long job; what was there before is untouched."""

    def __init__(self, job: str) -> None:
        super().__init__(
            f"{job} was stopped; nothing was changed.", todo="Start it again if needed."
        )
        self.job = job
