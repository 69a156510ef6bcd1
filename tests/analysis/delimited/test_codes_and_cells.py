"""Cells are found where a reader of lines finds them, and a text has one number however it is met."""

import hypothesis.strategies as st
from hypothesis import example, given
from pytest import MonkeyPatch

from clewline.analysis.delimited import cells, codes, known, plain
from clewline.analysis.delimited.cells import SLACK, blocks, of_rows
from clewline.analysis.delimited.codes import Codes
from clewline.analysis.delimited.columns import ColumnsReader
from clewline.analysis.delimited.known import Known
from clewline.analysis.delimited.plain import plain_lines
from clewline.formats.values import Unreadable

some_text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\r\n,'), max_size=90)
rows_of_two = st.lists(st.tuples(some_text, some_text), min_size=1, max_size=30)


def held(content: bytes) -> tuple[bytearray, int, int]:
    return bytearray(SLACK) + content + bytes(SLACK), SLACK, SLACK + len(content)


def cut(content: bytes, width: int) -> tuple[list[tuple[int, list[str]]], list[tuple[int, bytes]]]:
    """Return each record with its line, and each line of another width."""
    found, odd, before = [], [], 0
    where = held(content)
    plainly = plain_lines(*where)
    assert plainly is not None
    for block in blocks(*where, delimiter=",", width=width, returns=plainly[1]):
        some = block.cells()
        lines = range(len(some)) if some.lines is None else some.lines.tolist()
        found += [(before + line, some.row(at)) for at, line in enumerate(lines)]
        odd += [(before + line, text) for line, text in some.odd]
        before += len(some) + len(some.odd)
    assert before == plainly[0]
    return found, odd


@given(
    st.lists(st.lists(some_text, min_size=1, max_size=4), min_size=1, max_size=20),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    st.sampled_from([1, 40, 1 << 20]),
)
@example([["a", "b", "c"], ["", ""], ["x"]], "\r\n", False, 1)
def test_cells_stand_where_lines_and_delimiters_part_them(
    rows: list[list[str]], end: str, ended: bool, at_once: int
) -> None:
    if rows[-1] == [""]:
        ended = True  # an empty text behind the last line end is no line
    content = (end.join(",".join(row) for row in rows) + (end if ended else "")).encode()
    with MonkeyPatch.context() as patch:
        patch.setattr(cells, "AT_ONCE", at_once)
        patch.setattr(plain, "AT_ONCE", at_once)
        found, odd = cut(content, 3)
    assert found == [(line, row) for line, row in enumerate(rows) if len(row) == 3]
    assert [(line, text.decode().rstrip("\r\n")) for line, text in odd] == [
        (line, ",".join(row)) for line, row in enumerate(rows) if len(row) != 3
    ]


def test_a_line_too_long_is_left_to_the_exact_reader() -> None:
    found, odd = cut(b"a,b\n" + b"x" * (cells.LONGEST_CELL + 1) + b",c\nd,e\n", 2)
    assert found == [(0, ["a", "b"]), (2, ["d", "e"])] and [line for line, _ in odd] == [1]


def test_what_is_not_plain_is_not_cut() -> None:
    for text in ('a,"b"\n', "a\rb\n", "a,b\r\nc,d\n", "a,\x07\n", "a,\x7f\n", "a,\x85\n"):
        assert plain_lines(*held(text.encode())) is None
    assert plain_lines(*held(b"a,\xff\n")) is None
    assert plain_lines(*held("a\tb,é\nc".encode())) == (2, False)


@given(rows_of_two, rows_of_two)
@example([("a" * 64, "a" * 65), ("a" * 65, "a" * 8)], [("a" * 9, ""), ("a" * 65, "a" * 64)])
def test_each_text_has_one_number(first: list[tuple[str, str]], then: list[tuple[str, str]]) -> None:
    numbers = Codes()
    for rows in (first, then, first):
        for column in (0, 1):
            found = numbers.find(of_rows([list(row) for row in rows], 2).of(column))
            assert [numbers.texts[at] for at in found] == [row[column] for row in rows]
    assert len(set(numbers.texts)) == len(numbers.texts)


@given(rows_of_two)
def test_texts_of_one_hash_are_told_apart(rows: list[tuple[str, str]]) -> None:
    numbers = Codes()
    with MonkeyPatch.context() as patch:
        patch.setattr(codes, "_hashes", lambda words: words[0] * codes._NOTHING)
        found = numbers.find(of_rows([list(row) for row in rows], 2).of(0))
    assert [numbers.texts[at] for at in found] == [row[0] for row in rows]


def test_many_texts_keep_their_numbers() -> None:
    numbers = Codes()
    rows = [[f"07700 9{n:05}", "x"] for n in range(20_000)]
    first = numbers.find(of_rows(rows, 2).of(0))
    again = numbers.find(of_rows(rows[::-1], 2).of(0))
    assert first.tolist() == list(range(20_000)) == again[::-1].tolist()


def says(text: str) -> object:
    if text == "bad":
        raise Unreadable("no", "It is bad.", "Mend it.")
    return {"none": None, "four": 4}.get(text, text)


def test_each_text_is_read_once_and_says_a_word_a_number_or_nothing() -> None:
    asked: list[str] = []

    def read(text: str) -> object:
        asked.append(text)
        return says(text)

    column = Known(read)
    found = column.codes(
        of_rows([["word"], [" word "], ["four"], ["bad"], ["none"], [""], ["word"]], 1).of(0)
    )
    told = column.read()
    assert [told.words[w] if w >= 0 else None for w in told.words_of[found]] == [
        *["word", "word", None, None, None, None, "word"],
    ]
    assert told.floats[found][2] == 4 and told.bad[found].tolist() == [False] * 3 + [True] + [False] * 3
    assert asked == ["word", "word", "four", "bad", "none"]
    column.codes(of_rows([["four"]], 1).of(0))
    assert column.read() is told


def test_a_column_of_very_many_texts_begins_anew() -> None:
    with MonkeyPatch.context() as patch:
        patch.setattr(known, "REMEMBERED", 3)
        reader = ColumnsReader(["a", "b"], {"a": str}, {})
        for start in range(0, 12, 4):
            rows = [[f"t{n}", ""] for n in range(start, start + 4)]
            columns = reader.read([of_rows(rows, 2)])
            words = columns.read["a"].words
            assert [words[w] for w in columns.read["a"].words_of[columns.codes["a"]]] == [r[0] for r in rows]
            assert len(words) == 4
