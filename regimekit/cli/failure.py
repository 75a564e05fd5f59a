"""How a command fails: in one sentence, with a status that says whose fault it is."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

CANNOT, FAULT, INTERRUPTED = 2, 3, 130


class RequestError(Exception):
    """What was asked cannot be done; the message is one sentence for the user."""


def guarded(run: Callable[[], Any]) -> int:
    """Run a command; returns its exit status and says on stderr what went wrong, without a traceback.

    Only a fault of the toolkit itself shows where it happened.
    """
    if sys.stderr is None:  # closed before Python started: notes are for nobody, and that is no error
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows "?", and the command goes on
    try:
        status = run()
    except RequestError as problem:
        return _say(str(problem))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as problem:
        where = f"{os.fsdecode(problem.filename)}: " if problem.filename else ""
        return _say(f"{where}{problem.strerror or problem}")
    except Exception as problem:
        return _unforeseen(problem)
    return status if isinstance(status, int) else 0


def _unforeseen(problem: Exception) -> int:
    import typer

    from regimekit.schema import SchemaError

    if isinstance(problem, typer.Abort):
        return INTERRUPTED
    if isinstance(problem, SchemaError):
        return _say(str(problem))
    if hasattr(problem, "format_message"):  # typer's own, whose classes have moved between its releases
        context = getattr(problem, "ctx", None)
        command = context.command_path if context else "regimekit"
        if hasattr(problem, "option_name"):
            from regimekit.cli.refusals import refused

            why = refused(str(problem.option_name), command)
            if why:
                return _say(f"{problem.option_name}: {why}")
        return _say(f"{' '.join(problem.format_message().split()).rstrip('.')}; see {command} --help")
    import traceback

    traceback.print_exc()
    _say("this is a fault of regimekit itself; please report it with the lines above")
    return FAULT


def _say(sentence: str) -> int:
    from regimekit.rendering.text import harmless

    with suppress(OSError):  # where nobody listens the status still tells
        print(f"regimekit: {harmless(sentence)}", file=sys.stderr, flush=True)
    return CANNOT
