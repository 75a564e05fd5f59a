"""A dossier yet to be written: what the schema asks for, in its order, with a mark wherever something is missing."""

from __future__ import annotations

import datetime

from regimekit.schema.schema import ExpectedSection, Schema

#: What stands where something is to be filled in; lint asks for it until it has gone.
PLACEHOLDER = "TODO"

# how the lines of a section are written, shown in a comment, which no reader takes for the dossier's own
_FORMS = {
    "key_figures": "- **Ana Doe** (1910-1980) — President (1961-1974); died in exile",
    "classification": "- Military dictatorship: what speaks for that, and what against",
    "pre_conditions": "- March 3, 1961: what happened that day",
    "rise_to_power": "- March 3, 1961: what happened that day",
    "methods_of_control": "- **State Security** (1962-1974): what it did, and to whom",
    "key_events": """\
### River Valley Killings (June 1966)
- June 9-10, 1966: what happened on these days

**Death Toll Estimates**:
| Source                  | Estimate |
|-------------------------|----------|
| Truth Commission (1985) | 212      |
| Roe (1999)              | 250-400  |""",
    "opposition": "- **Workers' League** (1962-1969): what it did, and what became of it",
    "fall": "- April 25, 1974: what happened that day",
    "aftermath": "- 1976-1979: who was tried, and what for",
    "scholarly_debate": """\
### Was the violence planned?
**Planned** (Roe): what speaks for it
**Escalation** (Poe, Noe): what speaks for that""",
    "comparisons": "- [[other-dossier]] — relationship: {relationships} (in what respect)",
    "timeline": """\
| Date          | Event                  |
|---------------|------------------------|
| March 3, 1961 | what happened that day |""",
    "sources": "- [Report - Publisher](https://example.org/report) | type: academic | accessed: 2026-01-06",
    "confidence": "Overall is {levels}, or two of them with a hyphen; the notes say what rests on what.",
}


def template(schema: Schema, title: str | None, today: datetime.date) -> str:
    """A dossier whose required sections and fields wait to be filled in."""
    parts = [
        f"# {title or PLACEHOLDER}",
        "<!-- Comments like this one show the form of what belongs here, and can go. -->",
    ]
    for section in schema.required_sections:
        parts += [f"## {section.title}", *_comment(section, schema), _body(section, schema)]
    parts.append(f"---\n*Created: {today}*\n*Last updated: {today}*\n*Tags:* #regime")
    return "\n\n".join(parts) + "\n"


def _comment(section: ExpectedSection, schema: Schema) -> list[str]:
    form = _FORMS.get(section.id)
    if form is None:
        return []
    form = form.replace("{relationships}", _either(schema, "relationship_type"))
    form = form.replace("{levels}", _either(schema, "confidence"))
    return [f"<!--\n{form}\n-->" if "\n" in form else f"<!-- {form} -->"]


def _either(schema: Schema, vocabulary: str) -> str:
    return " / ".join(term.id for term in schema.vocabularies.get(vocabulary, ()))


def _body(section: ExpectedSection, schema: Schema) -> str:
    if section.id == "overview":
        return _table([("Field", "Value"), *((f"**{field.label}**", "") for field in schema.required_fields)])
    return f"**Overall**:\n\n**Notes**:\n\n- {PLACEHOLDER}" if section.id == "confidence" else PLACEHOLDER


def _table(rows: list[tuple[str, str]]) -> str:
    widths = [max(len(row[at]) for row in rows) for at in range(2)]
    lines = [f"| {left:<{widths[0]}} | {right:<{widths[1]}} |" for left, right in rows]
    return "\n".join([lines[0], f"|{'-' * (widths[0] + 2)}|{'-' * (widths[1] + 2)}|", *lines[1:]])
