"""The order of day and month that a dossier's own dates show."""

import pytest

from regimekit.parsing.events import read_events


@pytest.mark.parametrize(
    ("others", "edtf", "findings"),
    [
        (("14.09.1969",), "1969-10-02", 0),
        (("14/09/1969", "17-09-1969"), "1969-10-02", 0),
        (("09/14/1969",), "1969-02-10", 0),
        # nothing shows it, or both orders are there
        (("01.01.1969", "9 October 1969"), "[1969-02-10,1969-10-02]", 1),
        (("14.09.1969", "09/14/1969"), "[1969-02-10,1969-10-02]", 1),
        # what only looks like a date shows nothing
        (("v. 25.04.1992.1", "1.25.04.1992", "25/04.1992"), "[1969-02-10,1969-10-02]", 1),
    ],
)
def test_one_date_of_a_single_reading_settles_the_others(read, others, edtf, findings):
    lines = "".join(f"- Seen on {other}\n" for other in others)
    events, found = read_events(read(f"# T\n\n## Fall\n- 02.10.1969: the court falls\n{lines}").passages)
    assert events[0].date.edtf == edtf
    assert len([one for one in found if one.code == "RK304"]) == findings
