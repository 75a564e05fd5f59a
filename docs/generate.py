"""Write the pages that are made from the code, and the screens in the others.

    python docs/generate.py            write them
    python docs/generate.py --check    exit status 1 where one is stale

docs/commands.md comes from the commands' own help, docs/rules.md from the
rules' docstrings. README.md and the other pages of docs/ are run, so that their
screens are those of today, 100 columns wide: docs/running.py says how. What
stands there between ``<!-- generated: NAME -->`` and ``<!-- end -->`` is made
by the function that REGIONS names.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# the checkout that holds this file, whatever else is installed
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]
from running import Result, regimekit, run_page  # noqa: E402 - it lies beside this file

REGION = re.compile(r"^(?P<begin><!-- generated: (?P<name>[a-z ]+) -->)\n.*?^(?P<end><!-- end -->)$", re.M | re.S)


def commands_page() -> str:
    from regimekit.cli import COMMANDS, GROUPS, group

    names = list(COMMANDS)
    for name in GROUPS:
        below = [command.callback for command in group(name).registered_commands]
        names += [name, *(f"{name} {function.__name__}" for function in below if function)]
    parts = [
        "# Commands\n\n"
        "Made from the commands' own help by `docs/generate.py`; `regimekit COMMAND --help` prints the same.\n"
    ]
    for name in ("", *names):
        title = f"regimekit {name}".strip()
        parts.append(f"## {title}\n\n```text\n{regimekit(f'{title} --help', width=80)[0].rstrip()}\n```\n")
    return "\n".join(parts)


def rules_page() -> str:
    from regimekit.linting.manual import manual

    return manual()


def tables_of_the_database() -> str:
    """Each table with its columns, as SQLite and the records have them."""
    from regimekit.storage.ddl import NUMBERED, columns, type_of

    notes = {"texts": ", a JSON array", "boolean": ", 0 or 1", "day": ", an ISO 8601 day"}
    parts = []
    for table in NUMBERED:
        rows = [f"### {table.name}\n\n{table.meaning}\n", "| column | type | meaning |", "|---|---|---|"]
        for column in columns(table):
            link = f" → [{column.to}](#{column.to})" if column.to else ""
            null = ", or NULL" if column.optional else ""
            rows.append(
                f"| `{column.name}` | {type_of(column)}{notes.get(column.kind, '')}{link}{null} | {column.meaning} |"
            )
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def references_of_the_database() -> str:
    """Which table refers to which, as a diagram of Mermaid; that to the dossier, which all have, is left out."""
    from regimekit.storage.ddl import NUMBERED, columns

    lines = [
        f'  {column.to} {"|o" if column.optional else "||"}--o{{ {table.name} : "{column.name}"'
        for table in NUMBERED
        for column in columns(table)
        if column.to and column.name != "dossier_id"
    ]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```"])


# of the many titles by which a section is known a few that dossiers often have
OTHER_TITLES = {
    "overview": ("Executive Summary", "At a Glance"),
    "key_figures": ("Leadership", "Inner Circle"),
    "classification": ("Regime Type", "Nature of the Regime"),
    "pre_conditions": ("Background", "Origins", "Historical Context"),
    "rise_to_power": ("Seizure of Power", "Consolidation of Power"),
    "methods_of_control": ("Instruments of Repression", "Cult of Personality"),
    "key_events": ("Human Rights Record", "Massacres", "Persecution of Minorities"),
    "opposition": ("Dissent", "Resistance"),
    "fall": ("Collapse", "Death and Succession", "Current Status"),
    "aftermath": ("Legacy", "Trials", "Truth and Reconciliation"),
    "scholarly_debate": ("Historiography", "Controversies"),
    "comparisons": ("See Also", "Related Topics"),
    "timeline": ("Chronology",),
    "sources": ("References", "Bibliography", "Footnotes"),
    "confidence": ("Source Assessment",),
    "other": ("Glossary", "Appendix"),
}


def sections_of_the_schema() -> str:
    from regimekit.schema import load_schema

    schema = load_schema()
    rows = ["| id | title | other titles read the same (a few) | required |", "|---|---|---|---|"]
    for section in schema.sections:
        others = OTHER_TITLES[section.id]
        assert {schema.section_id(title) for title in others} == {section.id}, section.id
        rows.append(f"| `{section.id}` | {section.title} | {', '.join(others)} | {'yes' if section.required else ''} |")
    return "\n".join(rows)


def fields_of_the_schema() -> str:
    from regimekit.schema import load_schema

    rows = ["| id | label | required | vocabulary |", "|---|---|---|---|"]
    for field in load_schema().fields:
        words = f"`{field.vocabulary}`" if field.vocabulary else ""
        rows.append(f"| `{field.id}` | {field.label} | {'yes' if field.required else ''} | {words} |")
    return "\n".join(rows)


def vocabularies_of_the_schema() -> str:
    from regimekit.schema import load_schema

    rows = ["| vocabulary | terms |", "|---|---|"]
    for name, terms in load_schema().vocabularies.items():
        rows.append(f"| `{name}` | {', '.join(f'`{term.id}`' for term in terms)} |")
    return "\n".join(rows)


def thresholds_of_the_linter() -> str:
    from regimekit.linting.settings import THRESHOLDS

    rows = ["| threshold | where it is not set | what it measures |", "|---|---|---|"]
    rows += [f"| `{name}` | {value:g} | {meaning} |" for name, (value, meaning) in THRESHOLDS.items()]
    return "\n".join(rows)


REGIONS = {
    "tables": tables_of_the_database,
    "references": references_of_the_database,
    "sections": sections_of_the_schema,
    "fields": fields_of_the_schema,
    "vocabularies": vocabularies_of_the_schema,
    "thresholds": thresholds_of_the_linter,
}


def region(match: re.Match[str]) -> str:
    return f"{match['begin']}\n\n{REGIONS[match['name']]()}\n\n{match['end']}"


MADE = {"commands.md": commands_page, "rules.md": rules_page}


def written_by_hand() -> list[Path]:
    """The pages that are run."""
    return [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in MADE)]


def run(page: Path) -> Result:
    """A page as it should be, with what was run."""
    try:
        return run_page(REGION.sub(region, page.read_text(encoding="utf-8")))
    except Exception as wrong:
        raise SystemExit(f"{page.relative_to(ROOT)}: {wrong}") from wrong


def main() -> int:
    made = {ROOT / "docs" / name: make() for name, make in MADE.items()}
    made |= {page: run(page).text for page in written_by_hand()}
    stale = {page: text for page, text in made.items() if not page.exists() or page.read_text(encoding="utf-8") != text}
    for page, text in stale.items():
        if "--check" in sys.argv[1:]:
            print(f"{page.relative_to(ROOT)} is stale: run python docs/generate.py")
        else:
            page.write_text(text, encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
