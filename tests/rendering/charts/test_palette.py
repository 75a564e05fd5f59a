"""Colours that can be told apart: on white paper, and by those who see fewer of them.

Colour blindness as simulated by G. M. Machado, M. M. Oliveira and L. A. F.
Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15 (2009), table 1 (severity 1.0, on linear RGB);
differences are those of CIE 1976 L*a*b* (a difference of 2.3 is just seen).
"""

from itertools import combinations, pairwise

import pytest

from regimekit.rendering.charts.coverage import SHADES
from regimekit.rendering.charts.style import BAND, PALETTE, SHAPES, UNKNOWN, UNKNOWN_SHAPE

SEEN = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
APART = 15


def linear(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(rgb):
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def lab(rgb):
    def root(t):
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    x, z = 0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2], 0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]
    fx, fy, fz = root(x / 0.95047), root(luminance(rgb)), root(z / 1.08883)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def as_seen(colour, by):
    rgb = linear(colour)
    return lab([min(1, max(0, sum(a * b for a, b in zip(line, rgb, strict=True)))) for line in SEEN[by]])


def difference(one, other, by):
    return sum((a - b) ** 2 for a, b in zip(as_seen(one, by), as_seen(other, by), strict=True)) ** 0.5


def test_the_measures_themselves():
    assert luminance(linear("#FFFFFF")) == pytest.approx(1)
    assert lab(linear("#FF0000")) == pytest.approx((53.24, 80.09, 67.2), abs=0.1)
    # red and green of one lightness, which is what colour blindness is known by
    assert difference("#C83C3C", "#5A7D28", "normal") > 3 * difference("#C83C3C", "#5A7D28", "deuteranopia")


@pytest.mark.parametrize("colour", [*PALETTE, UNKNOWN])
def test_marks_stand_out_on_white_as_wcag_asks_of_graphics(colour):
    assert 1.05 / (luminance(linear(colour)) + 0.05) >= 3


@pytest.mark.parametrize("by", SEEN)
@pytest.mark.parametrize(("one", "other"), list(combinations([*PALETTE, UNKNOWN], 2)))
def test_no_two_eras_look_alike(one, other, by):
    assert difference(one, other, by) >= APART


def test_shapes_differ_and_the_band_is_no_era():
    assert len({*SHAPES, UNKNOWN_SHAPE}) == len(SHAPES) + 1
    assert BAND not in PALETTE


@pytest.mark.parametrize("by", SEEN)
def test_shades_are_told_apart_and_grow_darker(by):
    colours = [colour for _, colour in SHADES]
    assert all(difference(one, other, by) > APART for one, other in pairwise(colours))
    lightness = [lab(linear(colour))[0] for colour in colours]
    assert all(one - other > 10 for one, other in pairwise(lightness))
    assert lightness[0] < 95  # the palest is no white
