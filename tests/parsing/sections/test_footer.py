from regimekit.parsing.sections.footer import read_created, read_tags, read_updated

FOOTER = "# T\n\ntext\n\n---\n*Created: 2026-01-06*\n*Last updated: January 2026*\n*Tags:* #regime #cold-war #regime\n"


def test_the_footers_lines(read):
    reading = read(FOOTER)
    assert (read_created(reading).date.edtf, read_created(reading).span.first) == ("2026-01-06", 6)
    assert (read_updated(reading).verbatim, read_updated(reading).date.edtf) == ("January 2026", "2026-01")
    assert [(tag.name, tag.span.first) for tag in read_tags(reading)] == [("regime", 8), ("cold-war", 8)]


def test_the_headers_keys(read):
    reading = read(
        "---\ncreated: 2026-01-06\nlast_updated: 2026-01-07\ntags:\n  - regime/military\n  - '#africa'\n---\n# T\n"
    )
    assert read_created(reading).date.edtf == "2026-01-06"
    assert read_updated(reading).span.first == 3
    assert [tag.name for tag in read_tags(reading)] == ["regime/military", "africa"]


def test_a_date_that_cannot_be_read_is_kept_as_written(read):
    stamp = read_created(read("# T\n\n---\n*Created: some day*\n"))
    assert (stamp.verbatim, stamp.date) == ("some day", None)


def test_prose_that_opens_like_a_footer_is_prose(read):
    reading = read("# T\n\n## Fall\nCreated by decree: the new force\nwas feared.\n")
    assert read_created(reading) is None
    assert all(passage.section != "footer" for passage in reading.passages)
