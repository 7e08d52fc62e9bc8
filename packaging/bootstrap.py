"""
Set Dateline up, run it, or test it. Standard library only; works on Linux, macOS and Windows.

    python packaging/bootstrap.py setup    a .venv, the locked packages, the gazetteer
    python packaging/bootstrap.py run      set up, then open the window with the sample project
    python packaging/bootstrap.py test     set up, then every check and every test

Everything is made once and kept; a second call takes a second or two.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
OUTPUT = ROOT / "output"
SAMPLE_DAY = "2024-05-20"
OLDEST_PYTHON = (3, 11)


class SetupFailed(Exception):
    """Set-up cannot go on; the message says what to do."""


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks for and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("verb", choices=("setup", "run", "test", "checks", "benchmarks"))
    parser.add_argument(
        "rest", nargs="*", help="for run: articles to open; for test: pytest options"
    )
    arguments, further = parser.parse_known_args(argv)
    rest = [*arguments.rest, *further]
    try:
        if arguments.verb == "setup":
            set_up("run")
            say("Ready. Start it with: make run")
            return 0
        if arguments.verb == "run":
            set_up("run")
            return run(rest)
        set_up("dev")
        if arguments.verb == "benchmarks":
            return in_venv(["tests/benchmarks", *rest], env=headless_environment())
        failed = checks()
        return failed or (0 if arguments.verb == "checks" else tests(rest))
    except SetupFailed as error:
        print(f"\n{error}", file=sys.stderr)
        return 2


def set_up(kind: str) -> None:
    """Make the environment, unless it is there and current."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupFailed(
            f"Dateline needs Python 3.11 or newer, and this is {found}. "
            "Install a newer Python, then run the same command with it."
        )
    system_packages()
    make_venv()
    install_packages(kind)
    build_gazetteer()


def system_packages() -> None:
    """Bring in the libraries that Qt needs from the system, or say how."""
    missing = system_libraries.missing_packages()
    if not missing:
        return
    say(f"Installing {len(missing)} system libraries that Qt needs …")
    if not system_libraries.install(missing) or system_libraries.missing_packages():
        command = system_libraries.how_to_install(missing)
        raise SetupFailed(
            f"Qt needs system libraries that are missing. Run this once:\n    {command}"
        )


def make_venv() -> None:
    """Make `.venv` in the project, unless a working one is there."""
    if python().exists() and succeeds([str(python()), "-m", "pip", "--version"]):
        return
    say("Making a virtual environment in .venv …")
    if VENV.exists():
        shutil.rmtree(VENV)
    if succeeds([sys.executable, "-m", "venv", str(VENV)]):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    shutil.rmtree(VENV, ignore_errors=True)
    if system_libraries.install([package]) and succeeds([sys.executable, "-m", "venv", str(VENV)]):
        return
    raise SetupFailed(
        "This Python cannot make virtual environments. On Debian and Ubuntu run this once:\n"
        f"    sudo apt-get install {package}"
    )


def install_packages(kind: str) -> None:
    """Install the locked packages, each checked against its hash, unless they are there."""
    lock = ROOT / "packaging" / LOCKS[kind]
    if any(stamp_of(name).exists() for name in ("dev", kind)):
        return
    say("Installing the packages (about 1.5 GB unpacked, once) …")
    started = time.monotonic()
    pip = ["-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    if in_venv([*pip, "--require-hashes", "--no-deps", "-r", str(lock)]):
        raise SetupFailed(
            "The packages could not be installed. Read the lines above, then try again."
        )
    if in_venv([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)]):
        raise SetupFailed("Dateline itself could not be installed into .venv; see the lines above.")
    stamp_of(kind).touch()
    say(f"Packages installed in {time.monotonic() - started:.0f} s.")


def build_gazetteer() -> None:
    """Build the offline gazetteer from the installed packages, unless it is current."""
    if in_venv(["-m", "geodata.gazetteer", "--if-needed"]):
        raise SetupFailed("The gazetteer could not be built; see the lines above.")


def run(articles: list[str]) -> int:
    """Open the window; without a display, render the sample to files and name them."""
    if articles or has_display():
        return in_venv(["-m", "desktop", *articles], env=sandbox_environment())
    say("There is no display here, so no window can open. Rendering the sample project instead:")
    OUTPUT.mkdir(exist_ok=True)
    for ending in ("png", "html"):
        target = OUTPUT / f"niger-{SAMPLE_DAY}.{ending}"
        verb = ["export", str(ROOT / "seeds"), "--on", SAMPLE_DAY, "--force", "-o", str(target)]
        code = in_venv(["-m", "desktop", *verb], env=headless_environment())
        if code:
            return code
    return 0


def checks() -> int:
    """Run formatter, linter, type checker and import contracts; return the first bad exit code."""
    for name, command in (
        ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
        ("lint", ["-m", "ruff", "check", "--quiet", "."]),
        ("types", ["-m", "mypy"]),
        ("imports", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
    ):
        say(f"Checking {name} …")
        code = in_venv(command)
        if code:
            print(f"The {name} check failed.", file=sys.stderr)
            return code
    return 0


def tests(options: list[str]) -> int:
    """Run pytest, headless."""
    missing = system_libraries.missing_test_packages()
    if missing:
        say("Installing what the tests of exported pages need, where that is possible …")
        if not system_libraries.install(missing):
            say(f"Without {' and '.join(missing)} those tests are skipped.")
    say("Running the tests …")
    return in_venv(["-m", "pytest", *options], env=headless_environment())


def has_display() -> bool:
    """Say whether a window can open here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def sandbox_environment() -> dict[str, str]:
    """Return the environment for the program; root cannot start the web engine's sandbox."""
    environment = dict(os.environ)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        say("You are root: the web engine runs without its sandbox. Prefer an ordinary account.")
        environment.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    return environment


def headless_environment() -> dict[str, str]:
    """Return the environment for tests and for rendering without a display."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    return environment


def stamp_of(kind: str) -> Path:
    """Return the empty file that says: the packages of this very lock are installed."""
    lock = (ROOT / "packaging" / LOCKS[kind]).read_bytes()
    digest = hashlib.sha256(lock + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return VENV / f".dateline-{kind}-{digest[:16]}"


def python() -> Path:
    """Return the environment's own interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def in_venv(arguments: list[str], env: dict[str, str] | None = None) -> int:
    """Run the environment's interpreter in the project's folder; return its exit code."""
    sys.stdout.flush()
    return subprocess.run([str(python()), *arguments], cwd=ROOT, env=env, check=False).returncode


def succeeds(command: list[str]) -> bool:
    """Say whether a command ends well, without showing what it prints."""
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


def say(line: str) -> None:
    """Tell the person what is going on."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
