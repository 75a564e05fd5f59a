"""Texts that a dossier may hold and that no screen, picture or file may obey or trip over; formats add their own."""

RICH = ("[mann2005]", "[/x]", "[bold red]x", ":warning:", "[link=https://example.org]x[/link]")
TERMINAL = (
    "\x1b]0;owned\x07title",
    "\x1b[31mred\x1b[0m\x00",
    "\x9b31mred",
    "ends \x1b",
    "back\x08\x08slash",
    "\x0b\x0c",
    "1\r2",
    "a\u202egnihtyna\u2066",
)
LETTERS = ("lone \ud800 surrogate", "\udce9 half", "\ufffe\uffff", "Ñandú Émile 中文 שלום 🙂")
SPACES = ("one\ntwo\r\nthree\ttabs", "and\u2028more\x85\u2029", "", " ")
MARKUP = (
    "</script><script>alert(1)</script>",
    "\"quoted\" & 'apostrophes' `ticks` <b>bold</b>",
    "&amp; &lt; &#58; &",
    "]]> <!-- --> <?xml?> <![CDATA[",
    "back\\slash \\N \\n \\, \\; \\",
    "%s {0} {{datum.x}} ${x} \\n",
    "`md` **bold** _it_ #quot; #35; 1. one",
)
TEXTS = (*RICH, *TERMINAL, *LETTERS, *SPACES, *MARKUP, "no end " * 500)
