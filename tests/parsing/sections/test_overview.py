from regimekit.parsing.sections.overview import read_overview


def test_a_table_of_fields_with_their_typed_values(read):
    fields = read_overview(
        read(
            "# T\n\n## Overview\n| Field | Value |\n|---|---|\n| **Country/Region** | Chad |\n| **Dates** | 7 June 1982 - 1990 |\n"
            "| **Type** | Military dictatorship |\n| **Estimated Death Toll** | 30,000-40,000 |\n| **Anthem** | none |\n"
        )
    )
    assert [(field.id, field.span.first) for field in fields] == [
        ("country", 6),
        ("dates", 7),
        ("type", 8),
        ("death_toll", 9),
        (None, 10),
    ]
    assert fields[1].dates[0].edtf == "1982-06-07/1990"
    assert fields[2].terms
    assert (fields[3].quantities[0].low, fields[3].quantities[0].high) == (30000, 40000)


def test_labelled_lines_and_header_keys_are_fields_too(read):
    fields = read_overview(read("---\nleader: Ana Doe\ntags: [x]\n---\n# T\n\n## Overview\n- **Country**: Chad\n"))
    assert [(field.id, field.value, field.header) for field in fields] == [
        ("leaders", "Ana Doe", True),
        ("country", "Chad", False),
    ]


def test_a_list_item_may_have_a_label_that_is_not_bold(read):
    fields = read_overview(
        read(
            "# T\n\n## Overview\n- Country: Chad\n- Clashes at 12:30 in the port\n- See https://example.org\n\nType: none\n"
        )
    )
    assert [(field.id, field.value) for field in fields] == [("country", "Chad")]
