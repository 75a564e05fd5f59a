"""Files made of a specification, read back by others: Vega-Lite's own schema, an XML reader, a PDF reader."""

import io
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import altair
import jsonschema
import pypdf
import pytest
import vl_convert

from regimekit import parse_date
from regimekit.analysis.timeline import Window
from regimekit.model import Attribution, Quantity, Source, Span
from regimekit.rendering.charts.conversion import FORMATS, VEGA_LITE
from regimekit.rendering.charts.coverage import heat_map
from regimekit.rendering.charts.forest import forest
from regimekit.rendering.charts.lanes import lanes

SCHEMA = Path(altair.__file__).parent / "vegalite" / "v6" / "schema" / "vega-lite-schema.json"
HOSTILE = "</script><script>alert(1)</script> \"Q\" & 'a' \x1b[1m <!-- ]]> \ud800"
QUANTITIES = [
    Quantity("6-20 million", 6_000_000, 20_000_000, "range"),
    Quantity("66 million", 66_000_000, 66_000_000, "exact"),
    Quantity("~3.3 million", 3_300_000, 3_300_000, "approximate"),
    Quantity("at least 20 million", 20_000_000, None, "at least"),
    Quantity("at most 2 million", None, 2_000_000, "at most"),
    Quantity("2-3 million+", 2_000_000, 3_000_000, "open range"),
    Quantity("tens of millions", None, None, "vague", magnitude=10_000_000),
]
WRITTEN = ["May 11, 1935", "May 1935", "1935", "1931-1944", "by 1929", "after 1950", "until 1946", "since 1922"]


DRAWN = ["forest", "lanes", "heat map", "hostile forest", "hostile lanes", "hostile heat map"]


@pytest.fixture(params=[*DRAWN, "one figure", "many statements", "many dossiers"])
def spec(request, build):
    text = HOSTILE if "hostile" in request.param else "North Vale"
    if "heat map" in request.param or "dossiers" in request.param:
        count = 60 if request.param == "many dossiers" else 3
        found = build.covered(*(f"{text} {at}" for at in range(count)), title=text)
        return heat_map(found, {one.coverage.path: one.coverage.slug for one in found.dossiers}, "1.2.3")
    source = Source(Span(90, 90), "hale", "The Harbour", url="https://example.org/a?b=1&c='2'")
    dossier = build.dossier(text, sources=(source,))
    if "forest" in request.param or "figure" in request.param:
        several = QUANTITIES[:1] if request.param == "one figure" else QUANTITIES
        rows = [
            build.row(one, Attribution(f"{text} {at}", 1980 + at, "scholar"), text=text, sources=("hale",))
            for at, one in enumerate(several)
        ]
        return forest([build.stratum(*rows, what=text)], {build.path: dossier}, "1.2.3")
    times = 20 if request.param == "many statements" else 1
    entries = [build.entry(parse_date(one), f"{text} {one}", at + 1) for at, one in enumerate(WRITTEN * times)]
    return lanes(entries, Window(), {build.path: dossier}, "1.2.3")


@pytest.fixture(scope="module")
def validator():
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_specifications_are_vega_lite(spec, validator):
    assert (
        validator.is_valid({"mark": "bar", "data": {"values": []}, "encoding": {"x": {"field": "a", "bin": 7}}})
        is False
    )
    assert [error.message[:300] for error in validator.iter_errors(spec)] == []


def test_specifications_compile_without_a_warning(spec, capfd):
    compiled = vl_convert.vegalite_to_vega(spec, vl_version=VEGA_LITE, show_warnings=True)
    assert compiled["marks"]
    assert capfd.readouterr().err == ""


def test_svg_is_xml_with_the_title_in_it(spec):
    root = ElementTree.fromstring(FORMATS["svg"](spec))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    texts = [node.text for node in root.iter("{http://www.w3.org/2000/svg}text")]
    words = "".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert texts
    assert spec["usermeta"]["title"].split()[0] in words
    for place in (value for node in root.iter() for name, value in node.attrib.items() if name.endswith("transform")):
        assert "NaN" not in place


def test_svg_tells_each_mark_to_those_who_hear_it(spec):
    root = ElementTree.fromstring(FORMATS["svg"](spec))
    labels = [node.get("aria-label") for node in root.iter() if node.get("aria-label")]
    assert labels
    assert not any("object Object" in label or "told" in label for label in labels)


def test_png_is_large_enough_to_print(spec):
    data = FORMATS["png"](spec)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    assert width >= 1800
    assert 0 < height <= 16_010


def test_pdf_is_one_page_with_text(spec):
    data = FORMATS["pdf"](spec)
    assert data.startswith(b"%PDF-")
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) == 1
    assert "regimekit" in reader.pages[0].extract_text()


def test_html_is_one_file_that_loads_nothing(spec):
    page = FORMATS["html"](spec).decode()
    assert page.startswith("<!DOCTYPE html>")
    without_scripts = re.sub(r"<script>.*?</script>", "<script></script>", page, flags=re.S)
    # the library and the chart; nothing of a dossier ends one or begins another
    assert without_scripts.count("<script>") == without_scripts.count("</script>") == 2
    assert page.lower().count("</script") == 2
    for loads in ("src=", "href=", "@import", "url(", "<link", "<iframe", "<img"):
        assert loads not in without_scripts.lower()
    assert "default-src 'none'" in page
    assert "connect-src" not in page  # which would widen it


def test_html_holds_the_specification_unchanged(spec):
    page = FORMATS["html"](spec).decode()
    (written,) = re.findall(r'vegaEmbed\("#chart", (\{.*?\}), \{\n', page)
    assert json.loads(written) == spec


def test_links_are_on_the_web_only(build):
    url = "javascript:alert(1)"
    dossier = build.dossier(sources=(Source(Span(9, 9), "hale", "x", url=url),))
    rows = [build.row(one, sources=("hale",)) for one in QUANTITIES]
    for form in ("svg", "html"):
        assert url.encode() not in FORMATS[form](forest([build.stratum(*rows)], {build.path: dossier}, "1"))


@pytest.mark.parametrize("form", ["svg", "html", "png"])
def test_the_same_specification_gives_the_same_file(spec, form):
    assert FORMATS[form](spec) == FORMATS[form](spec)
