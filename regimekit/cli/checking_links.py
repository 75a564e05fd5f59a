"""Addresses of sources that are asked whether they still answer."""

from __future__ import annotations

import datetime
import importlib.util
import math
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from regimekit.cli.failure import RequestError
from regimekit.cli.options import Globals, ListingFormat

if TYPE_CHECKING:
    from regimekit.analysis.bibliography import Entry
    from regimekit.model.reply import Reply
    from regimekit.storage.terms import Terms

SILENCE = 20.0  # seconds
AGENT = "regimekit/{version} (+https://pypi.org/project/regimekit/; looks whether cited pages are still there)"

Check = Annotated[
    bool, typer.Option("--check", help="Ask each address whether the page is still there (extra: links).")
]
Refresh = Annotated[bool, typer.Option("--refresh", help="With --check: ask anew what was answered of late.")]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", metavar="SECONDS", min=0.1, max=600, help="With --check: how long a host may say nothing."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="With --check: ask hosts of this machine and of private networks too.")
]


def only_with_check(check: bool, refresh: bool, timeout: float, allow_private: bool) -> None:
    """Refuse what says how to ask where nothing is asked."""
    said = {"--refresh": refresh, "--timeout": timeout != SILENCE, "--allow-private": allow_private}
    for option in (option for option, given in said.items() if given and not check):
        raise RequestError(f"{option} says how to ask addresses: it needs --check")


def terms(timeout: float, allow_private: bool) -> Terms:
    """How addresses are asked."""
    if math.isnan(timeout):
        raise RequestError("--timeout: nan is no number of seconds")
    from regimekit.storage.terms import Terms

    return Terms(silence=timeout, in_all=3 * timeout, private=allow_private)


def check_links(entries: Sequence[Entry], format: str, terms: Terms, refresh: bool, given: Globals) -> int:
    """Ask the addresses of sources and print what became of them; 1 where one is dead or has moved for good."""
    from regimekit.analysis.reachability import TO_CORRECT, addresses, links
    from regimekit.cli.answer import show_rows
    from regimekit.exporting.reachability import list_links
    from regimekit.rendering.reachability import links_screen

    if format not in set(ListingFormat):
        raise RequestError(f"--check tells what became of addresses: --format {format} writes sources")
    _needs_the_extra()
    cited = addresses((one.slug, one.path, one.source) for entry in entries for one in entry.occurrences)
    found = links(cited, _asked(cited, terms, refresh, given))
    show_rows(
        found, "No source with an address fits what was asked.", ListingFormat(format), given, list_links, links_screen
    )
    return int(any(link.state in TO_CORRECT for link in found))


def _needs_the_extra() -> None:
    for package in ("httpx", "protego"):
        if importlib.util.find_spec(package) is None:
            raise RequestError(f"--check needs the package {package}; install it with: pip install 'regimekit[links]'")


def _asked(cited: Iterable[str], terms: Terms, refresh: bool, given: Globals) -> dict[str, Reply]:
    """The reply of each address as it is cited; a bar on stderr where that takes its time."""
    from regimekit import __version__
    from regimekit.cli.output import note
    from regimekit.rendering.progress import progress
    from regimekit.storage.replies import Kept, replies, without_fragment
    from regimekit.storage.terms import NoWayOutError

    asked = {address: without_fragment(address) for address in cited}
    began = datetime.datetime.now(datetime.UTC)
    done = 0, len(set(asked.values()))

    def told(so_far: int, of: int) -> None:
        nonlocal done
        done = so_far, of
        tell(so_far, of)

    try:
        with progress("Asking addresses", sys.stderr.isatty() and not given.quiet) as tell:
            found = replies(
                asked.values(), Kept(keeps=not given.no_cache), terms, AGENT.format(version=__version__), refresh, told
            )
    except KeyboardInterrupt:
        note(f"Interrupted: {done[0]:,} of {done[1]:,} answers are kept for the next run.", given.quiet)
        raise
    except NoWayOutError as problem:
        raise RequestError(f"--check: {problem}") from None
    earlier = [reply.asked for reply in found.values() if reply.asked < began]
    if earlier:
        oldest = f"{min(earlier):%Y-%m-%d}"
        note(
            f"Of {len(found):,} answers {len(earlier):,} are kept from earlier runs, the oldest of {oldest}; "
            "--refresh asks anew.",
            given.quiet,
        )
    return {address: found[name] for address, name in asked.items()}
