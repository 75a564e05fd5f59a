"""Full-text search: which sections hold what is sought, the best first, and on which lines."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from regimekit.model.hit import END, START, Found, Hit, Line
from regimekit.storage.connection import writable
from regimekit.storage.querying import QueryError, reading

_TITLE_WEIGHT, _TEXT_WEIGHT = 8.0, 1.0

_TOKEN = re.compile(r'\s*(?:(?P<phrase>"(?:[^"]|"")*"(?:\s*\*)?)|(?P<sign>[()])|(?P<word>[^\s()"]+))')
_PLAIN = re.compile(r"\w+\*?")
_COLUMN = re.compile(r"(?P<column>title|text):(?P<rest>.*)", re.IGNORECASE)
_OPERATORS = frozenset(("AND", "OR", "NOT", "NEAR"))


def search(
    file: Path, query: str, sections: Sequence[str] = (), paths: Sequence[str] | None = None, most: int = 20
) -> Found:
    """The sections that a query finds, in any of these kinds of section and any of these files (None: all).

    Raises QueryError where the query cannot be read.
    """
    asked = as_fts5(query)
    where, values = "search MATCH ?", [asked]
    joined = "search JOIN sections ON sections.id = search.rowid JOIN dossiers ON dossiers.id = sections.dossier_id"
    if sections:
        where += f" AND sections.section IN ({', '.join('?' * len(sections))})"
        values += sections
    if paths is not None:
        where += f" AND dossiers.path IN ({', '.join('?' * len(paths))})"
        values += map(writable, paths)
    looked_in = "search" if len(values) == 1 and paths is None else joined
    # the best are found first, and only in them are the hits marked
    best = (
        f"SELECT search.rowid AS id, bm25(search, {_TITLE_WEIGHT}, {_TEXT_WEIGHT}) AS rank FROM {looked_in}"
        f" WHERE {where} ORDER BY rank, search.rowid LIMIT ?"
    )
    marked = ", ".join(f"highlight(search, {column}, '{START}', '{END}')" for column in (0, 1))
    shown = (
        "SELECT dossiers.path, dossiers.slug, dossiers.title, sections.section, sections.title, sections.line,"
        f" best.rank, sections.text, {marked} FROM {joined} JOIN best ON best.id = search.rowid"
        " WHERE search MATCH ? ORDER BY best.rank, best.id"
    )
    with reading(file) as connection:
        try:
            (total,) = connection.execute(f"SELECT count(*) FROM {looked_in} WHERE {where}", values).fetchone()
            rows = connection.execute(f"WITH best AS MATERIALIZED ({best}) {shown}", [*values, most, asked]).fetchall()
        except sqlite3.OperationalError as problem:
            raise QueryError(_explained(query, str(problem))) from None
        except sqlite3.DatabaseError as problem:
            raise QueryError(f"the database is damaged ({problem}); regimekit cache clear removes it") from None
        except UnicodeEncodeError:
            raise QueryError("the query is not text in UTF-8") from None
    hits = []
    for path, slug, dossier, section, heading, line, rank, whole, title, text in rows:
        # only the headings may have been looked in
        lines = _lines(_set_by_us(text, whole), line) or (Line(line, _set_by_us(title, heading)),)
        hits.append(Hit(path, slug, dossier, section, heading, line, rank, lines))
    return Found(tuple(hits), total)


def _set_by_us(marked: str, text: str) -> str:
    """A marked text in which no mark is one that stands in the text itself; those are shown as U+FFFD."""
    if START not in text and END not in text:
        return marked
    signs = []
    at = 0
    for sign in marked:
        own = at < len(text) and sign == text[at]
        at += own
        signs.append("\ufffd" if own and sign in (START, END) else sign)
    return "".join(signs)


def _lines(marked: str, first: int) -> tuple[Line, ...]:
    """The lines of a section that hold a mark, the first of which has that number."""
    lines = []
    is_open = False
    for number, line in enumerate(marked.split("\n"), first):
        # a phrase may run over the end of a line: the mark is then closed there and opened again
        whole = (START if is_open else "") + line
        is_open = whole.rfind(START) > whole.rfind(END)
        if START in whole:
            lines.append(Line(number, whole + (END if is_open else "")))
    return tuple(lines)


def as_fts5(query: str) -> str:
    """A query in the language of FTS5, with the words put in quotation marks that are no words to it.

    "anti-fascist" and "Stalin's" would be faults there; AND, OR, NOT, NEAR(…),
    parentheses, phrases in quotation marks, a * behind the beginning of a word
    and "title:" before it mean what they mean to FTS5.
    """
    parts: list[str] = []
    text = query.strip()
    if not any(sign.isalnum() for sign in text):
        raise QueryError("there is no word to look for")
    at, near = 0, False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryError(f"the quotation mark is not closed in {text[at:].strip()!r}")
        at = match.end()
        if match["word"]:
            parts += _word(match["word"], near)
        else:
            sign = match["phrase"] or match["sign"]
            near = (parts[-1:] == ["NEAR"]) if sign == "(" else near and sign != ")"
            parts.append(sign)
    return " ".join(parts).replace("NEAR (", "NEAR(")


def _word(word: str, near: bool = False) -> list[str]:
    """The parts of a piece without blanks; a comma parts what NEAR looks at from how far it looks."""
    column = _COLUMN.fullmatch(word)
    if column:
        return [column["column"].lower(), ":", *(_word(column["rest"]) if column["rest"] else ())]
    if near and word.endswith(","):
        return [*(_word(word[:-1]) if word[:-1] else ()), ","]
    if word.startswith("^") and word[1:]:  # the first word of the text
        return ["^", *_word(word[1:])]
    if word in _OPERATORS or word in ("+", "^") or _PLAIN.fullmatch(word):
        return [word]
    bare = word.removesuffix("*")
    # a sign that stands alone is no word, and what is said beside it is looked for without it
    return [f'"{bare}"' + "*" * (bare != word)] if any(sign.isalnum() for sign in bare) else []


def _explained(query: str, problem: str) -> str:
    problem = problem.removeprefix("fts5: ").replace('syntax error near ""', "something is missing at its end")
    return f"the query {query!r} cannot be read ({problem}); put quotation marks around words that belong together"
