from regimekit.parsing.sections.confidence import read_confidence


def test_overall_and_notes(read):
    read_ = read_confidence(
        read("# T\n\n## Confidence Assessment\n**Overall**: Medium-High\n\n**Notes**:\n- Archives are closed\n")
    )
    assert (read_.verbatim, read_.levels, read_.span.first) == ("Medium-High", ("medium", "high"), 4)
    assert [(note.text, note.group, note.span.first) for note in read_.notes] == [("Archives are closed", "Notes", 7)]


def test_a_table_by_topic(read):
    read_ = read_confidence(
        read(
            "# T\n\n## Confidence\n| Category | Confidence | Notes |\n|---|---|---|\n| **Toll** | LOW | disputed |\n| Overall | HIGH | x |\n"
        )
    )
    assert [(topic.topic, topic.levels, topic.note) for topic in read_.topics] == [
        ("Toll", ("low",), "disputed"),
        ("Overall", ("high",), "x"),
    ]
    assert (read_.verbatim, read_.levels) == ("HIGH", ("high",))


def test_topics_below_headings_of_a_level(read):
    read_ = read_confidence(read("# T\n\n## Confidence\n### High Confidence\n- dates\n### Low Confidence\n- totals\n"))
    assert [(topic.topic, topic.levels) for topic in read_.topics] == [("dates", ("high",)), ("totals", ("low",))]


def test_the_header_and_the_footer_speak_where_the_section_does_not(read):
    assert read_confidence(read("---\nconfidence: low\n---\n# T\n")).levels == ("low",)
    assert read_confidence(read("# T\n\ntext\n\n---\n*Confidence level: High - many sources*\n")).levels == ("high",)
    assert read_confidence(read("---\nconfidence: low\n---\n# T\n\n## Confidence\n**Overall**: High\n")).levels == (
        "high",
    )
    assert read_confidence(read("# T\n")).span is None
