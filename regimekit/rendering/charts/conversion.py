"""A Vega-Lite specification → a file: SVG, PNG, PDF, or one HTML page that needs no network."""

import json
from collections.abc import Callable
from functools import lru_cache

from regimekit.rendering.charts.style import Spec
from regimekit.rendering.text import harmless

VEGA_LITE = "6.4"
SCALE = 3  # of a PNG: a picture of 740 pixels at 165 mm has 340 dots an inch
MOST_PIXELS = 16_000  # a PNG's height; beyond, viewers refuse it


class ConverterMissingError(Exception):
    """vl-convert is not installed."""


def available() -> None:
    """Raises ConverterMissingError where nothing can be drawn."""
    try:
        import vl_convert  # noqa: F401
    except ImportError:
        raise ConverterMissingError from None


def to_svg(spec: Spec) -> bytes:
    return _svg(spec).encode()


def to_png(spec: Spec) -> bytes:
    import vl_convert

    svg = _svg(spec)
    height = float(svg.split('height="', 1)[1].split('"', 1)[0])
    return vl_convert.svg_to_png(svg, scale=min(SCALE, MOST_PIXELS / height))


def to_pdf(spec: Spec) -> bytes:
    import vl_convert

    return vl_convert.svg_to_pdf(_svg(spec))


def to_html(spec: Spec) -> bytes:
    """One file that loads nothing; a policy in it forbids the browser to."""
    page = _PAGE.replace("{title}", _escaped(spec["usermeta"]["title"])).replace(
        "{description}", _escaped(spec["description"])
    )
    head, body = page.split("{script}")
    return (head + _bundle() + body.replace("{spec}", _script(spec))).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _bundle() -> str:
    """The script that draws; the same for every chart, and slow to put together."""
    import vl_convert

    return vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", VEGA_LITE)


FORMATS: dict[str, Callable[[Spec], bytes]] = {"svg": to_svg, "png": to_png, "pdf": to_pdf, "html": to_html}

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>
body { margin: 1em; background: white; }
#vg-tooltip-element { max-width: 30em; font-family: Arial, Helvetica, sans-serif; }
#vg-tooltip-element table tr td { vertical-align: top; }
#vg-tooltip-element table tr td.key { max-width: none; white-space: nowrap; }
#vg-tooltip-element table tr td.value { max-width: 24em; max-height: none; white-space: normal; }
</style>
<script>
{script}
</script>
</head>
<body>
<div id="chart"></div>
<noscript>{description} This page draws its chart with JavaScript.</noscript>
<script>
vegaEmbed("#chart", {spec}, {
  mode: "vega-lite",
  renderer: "svg",
  actions: false,
  tooltip: { theme: "light" },
  loader: { target: "_blank", rel: "noopener noreferrer" }
});
</script>
</body>
</html>
"""


def _svg(spec: Spec) -> str:
    import vl_convert

    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)


def _script(spec: Spec) -> str:
    """JSON that can neither end the script that it stands in nor begin another."""
    text = json.dumps(spec, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _escaped(text: str) -> str:
    text = harmless(text)
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text
