"""Every error says what went wrong, with the value, and what to do."""

import inspect
import pickle

import pytest

from geodata import errors
from geodata.errors import DatelineError

BASES = {
    errors.DatelineError,
    errors.InputError,
    errors.ProjectError,
    errors.ServiceError,
    errors.PageError,
}
VALUES = {
    errors.UnreadableDocument: ("a.pdf", "is not text"),
    errors.OutputError: ("map.png", "the disk is full"),
    errors.BrokenPlugin: ("fine-reader", "it raised ImportError"),
    errors.DuplicateArticle: ("b.txt", "a.txt"),
    errors.SeveralProjects: ("a.gpkg", "b.gpkg"),
    errors.ReadingFailed: ("a.txt", "it raised ZeroDivisionError"),
}
NAMED = {
    errors.NoProject: {"reason": "is a picture"},
    errors.ProjectDamaged: {"reason": "no text"},
    errors.ProjectTooNew: {"found": 7, "known": 3},
}


def concrete() -> list[type[DatelineError]]:
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, DatelineError) and kind not in BASES
    ]


@pytest.mark.parametrize("kind", concrete(), ids=lambda kind: kind.__name__)
def test_error_names_the_value_and_the_way_out(kind):
    values = VALUES.get(kind, ("the-value",))
    parameters = inspect.signature(kind).parameters
    todo = {"todo": "Do it again."} if "todo" in parameters else {}
    named = NAMED.get(kind, {})
    error = kind(*values, **named, **todo)
    assert all(str(value) in error.what for value in named.values())
    assert all(value in error.what for value in values)
    assert error.todo[0].isupper()
    assert error.todo.endswith(".")
    assert str(error) == f"{error.what} {error.todo}"
    sent = pickle.loads(pickle.dumps(error))  # as a worker process sends it
    assert (type(sent), str(sent), vars(sent)) == (kind, str(error), vars(error))


def test_the_tree_in_the_docstring_lists_every_error():
    for kind in concrete():
        assert kind.__name__ in errors.__doc__
