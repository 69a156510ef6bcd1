"""Words of a text in their line: marks stand under them, pages part lines at them, and nothing is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from clewline.bulletin.claim import Quote
from clewline.output.context import marked, shown
from clewline.output.text_marks import Mark, lines

TEXTS = st.text(alphabet=st.sampled_from("ab £\n\té漢🚓\u202e\x1b"), min_size=1, max_size=120)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=6))
    return text, [(min(p), max(p)) for p in pairs if p[0] != p[1]]


def quote(text: str, words: str) -> Quote:
    at = text.index(words)
    return Quote(text=words, start=at, end=at + len(words))


def test_marks_stand_under_their_words() -> None:
    text = "First line\nOf 47 people, 51 were children.\n"
    (piece,) = marked(text, [quote(text, "51"), quote(text, "47 people")], width=60)
    assert (piece.line, piece.words) == (2, "Of 47 people, 51 were children.")
    assert piece.marks == "   ^^^^^^^^^  ^^"
    assert shown(piece, style="red").plain.splitlines() == [f"  | {piece.words}", f"  | {piece.marks}"]


def test_a_long_line_is_cut_around_its_words_and_far_words_get_pieces_of_their_own() -> None:
    text = "a" * 100 + " 47 " + "b" * 200 + " 51 " + "c" * 100
    pieces = marked(text, [quote(text, "47"), quote(text, "51")], width=44)
    assert [p.line for p in pieces] == [1, 1]
    for piece, words in zip(pieces, ("47", "51"), strict=True):
        assert piece.words.startswith("…") and piece.words.endswith("…")
        assert len(piece.words) <= 40
        (span,) = piece.spans
        assert piece.words[slice(*span)] == words


def test_words_that_run_over_a_line_s_end_are_marked_in_both() -> None:
    text = "safeguarded 47\n\npeople there"
    pieces = marked(text, [quote(text, "47\n\npeople")], width=60)
    assert [(p.line, p.marks) for p in pieces] == [(1, "            ^^"), (3, "^^^^^^")]


@given(texts_with_spans(), st.integers(20, 60))
def test_a_marked_piece_fits_prints_and_has_a_mark_under_every_marked_character(
    case: tuple[str, list[tuple[int, int]]], width: int
) -> None:
    text, spans = case
    for piece in marked(text, [Quote(text=text[a:b], start=a, end=b) for a, b in spans], width=width):
        assert piece.words.isprintable()
        assert "\n" not in piece.words
        for start, end in piece.spans:
            assert 0 <= start < end <= len(piece.words)
            first, last = cell_len(piece.words[:start]), cell_len(piece.words[:end])
            assert set(piece.marks[first:last]) <= {"^"}


@given(texts_with_spans())
def test_parted_lines_are_the_text_with_each_mark_on_its_words(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = case
    found = list(
        lines(text, [Mark(start=a, end=b, looks=f"m{i}", note=i + 1) for i, (a, b) in enumerate(spans)])
    )
    assert ["".join(p.words for p in line.pieces) for line in found] == [
        x for x in text.split("\n") if x.strip()
    ]
    for i, (a, b) in enumerate(spans):
        said = "".join(p.words for line in found for p in line.pieces if f"m{i}" in p.looks.split())
        assert re.sub(r"\s", "", said) == re.sub(r"\s", "", text[a:b])
        noted = [p for line in found for p in line.pieces if i + 1 in p.notes]
        assert len(noted) <= 1


def test_a_mark_leads_on_from_its_first_piece_and_is_noted_at_its_last() -> None:
    text = "47\npeople"
    first, second = lines(text, [Mark(start=0, end=9, looks="claim", to="c1", id="q0", note=1)])
    assert [(p.words, p.to, p.id, p.notes) for p in (*first.pieces, *second.pieces)] == [
        ("47", "c1", "q0", ()),
        ("people", "c1", "", (1,)),
    ]
