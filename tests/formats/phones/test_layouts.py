"""Layouts: what a declaration may say, and what is refused in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadDeclaration
from clewline.formats.phones.layout import WANTS, PhoneLayout, is_layout, read_layout, write_layout
from clewline.formats.phones.readers import readers
from formats.phones.phone_layouts import HEAD, layout

CALLS = 'number = "MSISDN"\nstart = ["Date", "Time"]\nservice = "Type"'


def test_a_layout_says_what_its_columns_hold():
    found = layout(CALLS, 'optional = ["Time"]')
    assert found.columns["start"] == ("Date", "Time")
    assert found.needed() == {"MSISDN", "Date", "Type"}
    assert found.fits(("Type", "MSISDN", "Date", "More"))
    assert not found.fits(("Type", "MSISDN"))


def test_a_layout_is_told_from_other_declarations():
    assert is_layout(HEAD)
    assert not is_layout('name = "custodian"')
    assert not is_layout("no TOML")


def test_every_want_has_a_reader():
    assert readers(layout(CALLS)).keys() == set(WANTS)


@pytest.mark.parametrize(
    ("columns", "more", "says"),
    [
        ('number = "N"\nservice = "T"', "", "no column for the start"),
        ('number = "N"\nstart = "S"', "", "no column for the service"),
        ('colour = "N"\nstart = "S"\nservice = "T"', "", "columns for colour"),
        ('from = "A"\nstart = "S"\nservice = "T"', "", "one of `from` and `to`"),
        ('from = "A"\nto = "B"\nother = "O"\nstart = "S"\nservice = "T"', "", "both `from` and `to`"),
        (CALLS + '\nlat = "Lat"', "", "one of lat and lon"),
        (CALLS + '\nnorthing = "N"', "", "one of easting and northing"),
        (CALLS + '\nlast_lon = "N"', "", "one of last_lat and last_lon"),
        (CALLS + '\ncell = ["MCC", "MNC"]', "", "cell of 2 columns"),
        ('from = "A"\nto = "B"\nstart = "S"\nservice = "T"\ncell = "C"', "", "say side"),
        (
            'from = "A"\nto = "B"\nstart = "S"\nservice = "T"\nimei = "C"',
            'side = "direction"',
            "no column for it",
        ),
        (CALLS, 'side = "left"', "'left' under side"),
        (CALLS, 'service = "pigeon"', "'pigeon' under service"),
        (CALLS + '\n[services]\nVoice = "talk"', "", "'talk' under services"),
        (CALLS + '\n[dates]\ncall = "roughly"', "", "'roughly' under dates"),
        (CALLS + '\n[dates]\ntalk = "exactly"', "", "'talk' under dates"),
        (CALLS, 'country = "XX"', "country 'XX'"),
        (CALLS, "optinal = []", "says optinal"),
    ],
)
def test_a_layout_that_cannot_be_followed_is_refused(columns, more, says):
    with pytest.raises(BadDeclaration, match=says):
        layout(columns, more)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("no TOML", "not TOML"),
        ('name = "x"', "does not say 'title'"),
        (HEAD.replace("phone records", "custody") + f"[columns]\n{CALLS}", "does not say kind"),
        (HEAD.replace("dd/mm/yyyy", "dd/mm/yy") + f"[columns]\n{CALLS}", "writes times as"),
        (HEAD.replace("Europe/London", "Europe/Leeds") + f"[columns]\n{CALLS}", "no time zone"),
    ],
)
def test_a_declaration_that_is_no_layout_is_refused(text, says):
    with pytest.raises(BadDeclaration, match=says):
        read_layout(text)


def test_an_address_book_needs_no_times():
    assert layout('number = "N"\nother = "O"', 'service = "contact"').service == "contact"


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(
    NAMES,
    st.dictionaries(
        st.sampled_from([w for w in WANTS if w not in ("from", "to")]), NAMES.map(lambda n: (n,))
    ),
    st.dictionaries(
        NAMES.map(str.casefold).filter(lambda n: n == n.casefold()), st.sampled_from(["call", "data"])
    ),
    st.frozensets(NAMES, max_size=2),
    st.sampled_from([None, "\t", ";"]),
)
def test_a_layout_that_is_written_is_read_back_the_same(title, columns, services, optional, delimiter):
    pairs = (("lat", "lon"), ("easting", "northing"), ("last_lat", "last_lon"))
    whole = {want: ("C",) for pair in pairs if set(pair) & columns.keys() for want in pair}
    said = PhoneLayout(
        name="n",
        title=title,
        times="yyyy-mm-dd hh:mm:ss",
        zone="UTC",
        columns={"start": ("A", "B"), "service": ("S",)} | columns | whole,
        services=services,
        directions={"mo": "out"},
        dates={"data": "at or before the start"},
        optional=optional,
        delimiter=delimiter,
        operator="o",
        side="from",
    )
    assert read_layout(write_layout(said)) == said
