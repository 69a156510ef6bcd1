"""Texts made to be slow to read: each repeats one thing that a pattern or a rule may trip over."""

from collections.abc import Callable, Mapping

_REPEATED = (
    # numbers
    *(
        "1234567890",
        "1 ",
        "12\n",
        "1,234, ",
        "1,",
        "1.",
        "1.1",
        "1/",
        "1:",
        "1-",
        "a1",
        "1a ",
        "5k ",
        "5m ",
        "£5k",
    ),
    *("twenty ", "twenty-", "two hundred and ", "one and ", "no ", "a third ", "doubled ", "half a million "),
    *("1 to 2 ", "between 1 and 2 ", "1 in 5 ", "from 5 to 6 ", "£5 ", "£5 in cash, ", "5kg ", "5% "),
    # brackets, signs, words without end
    *(
        "(",
        ")",
        "(1",
        "((1))",
        '"',
        "“5 men” ",
        ",",
        ";",
        ":",
        "...",
        "! ",
        "*",
        "-",
        "a-",
        "a'",
        "A-A-, 12, ",
        "_",
    ),
    *("a", "A", "Aaa ", "Aaa, ", "and ", "five million ", "more than ", "at least 5 ", "over about up to "),
    # lines, lists, tables
    *("\n", "\r\n", " ", "\t", "\u00a0", "\u2028", "•\n", "• 5 men\n", "1. \n", "1.1.1.1 a\n", "5 arrests\n"),
    *(
        "Arrests: 5\n",
        "Arrests | 5 | 6 | 7\n",
        "Arrests\t5\t6\t7\n",
        "Arrests:\n",
        "Arrests\n\n",
        "Dover: 5 men\n",
    ),
    *("caption: 5 men\n", f"5{' ' * 40}", f".{' ' * 400}a ", f"week{' ' * 400}3 March ", f"a{' ' * 400}b\n"),
    # claims packed as closely as they go
    *(
        "5 men arrested. ",
        "5 arrests, ",
        "5 arrests, 3 of them ",
        "5 arrests including ",
        "seized 5 ",
        "5 and ",
    ),
    *("5% of those arrested were ", "rose by 5% ", "were arrested ", "arrested and charged ", "5 years "),
    *("sentenced to 5 years and 6 months ", "previously arrested 5% ", "In Kent 5 men were arrested. "),
    # dates, bodies, places, what is no result
    *(
        "3 March 2024, ",
        "3 March to 9 March 2024 ",
        "since 2019 ",
        "May ",
        "from March to ",
        "in 2023 ",
        "week of ",
    ),
    *(
        "Monday ",
        "from the start of March ",
        "Kent Police ",
        "Kent and Essex Police ",
        "Police ",
        "Kent Police. ",
    ),
    *("Regional Organised Crime Unit ", "in Dover ", "in Aaa-on-Bbb and ", "A. ", "St. ", "0800 111 222 "),
    *(
        "aged 15, ",
        "aged 5 and 6 and ",
        "15-year-old ",
        "ref 123 ",
        "5 Aaa Bbb Street ",
        "section 5 ",
        "average age ",
    ),
    # letters of other kinds
    *(
        "e\u0301",
        "\u0301",
        "\u200b1",
        "\u202e12",
        "１２ ",
        "٣٤ ",
        "Ⅷ ",
        "²",
        "👨\u200d👩",
        "\U0001f600 5 ",
        "\0",
        "ſ",
        "İ",
    ),
)
"""Each is written again and again until the text is as long as wanted."""
_ONCE: Mapping[str, Callable[[int], str]] = {
    "a gap in a line": lambda n: f"Arrests.{' ' * n}a 5 men",
    "a gap in a date": lambda n: f"3{' ' * (n // 2)}March{' ' * (n // 2)}2024",
    "brackets in brackets": lambda n: f"{'(' * (n // 2)}5 men{')' * (n // 2)}",
    "a heading without end": lambda n: f"{'5 arrests ' * (n // 10)}:",
    "names before a force": lambda n: f"{'Aaa, ' * (n // 5)}Kent and Essex Police arrested 5 men",
    "a comma in each number": lambda n: f"{'1,' * (n // 2)}1 men",
}
"""Shapes that are not a repetition."""


def hostile() -> dict[str, Callable[[int], str]]:
    """Return makers of texts of a length, by what they are made of."""
    return {**{_name(one): _repeat(one) for one in _REPEATED}, **_ONCE}


def _name(one: str) -> str:
    short = one if len(one) < 40 else one.replace(" " * 40, "…")
    return ascii(short)[1:-1]


def _repeat(one: str) -> Callable[[int], str]:
    return lambda n: (one * (n // len(one) + 1))[:n]
