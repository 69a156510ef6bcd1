"""Large XML as small trees: bounded, streamed, without entities."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.phones import xml_trees
from clewline.formats.phones.cellebrite_report import read_cellebrite_report
from clewline.formats.phones.etsi_102657 import read_etsi_102657
from clewline.formats.phones.xml_trees import Cut, Element, Unread, trees
from formats.phones.phone_xml import BOMBS

WORK = [folder / "shared" / "badinput" / "defusedxml" / "xmltestdata" for folder in Path(__file__).parents]
BAD = sorted(path for folder in WORK for path in folder.glob("*.xml"))


def judge(element, around):
    if element.name == "r":
        return "record"
    return Unread(element.line, "other") if element.name == "u" else None


def found(content, **more):
    return list(trees(content, judge, **more))


def test_records_are_cut_out_of_what_is_around_them_with_their_lines():
    first, second = found(b'<x:all>\n<junk><deep/></junk>\n<x:R a="1"><c> one </c></x:R><r>two</r></x:all>')
    assert (first.name, first.line, first.attributes, first.said("c")) == ("r", 3, {"a": "1"}, "one")
    assert second.text == second.word == "two"


def test_a_tree_is_walked_by_names():
    (tree,) = found(b"<a><r><b><c>1</c></b><b><c>2</c><d/></b></r></a>")
    assert tree.said("b", "c") == "1"
    assert tree.said("b", "d") == tree.said("z", "c") == ""
    assert [c.text for c in tree.within("c")] == ["1", "2"]
    assert [c.word for c in tree.children] == ["c", "c"]
    assert next(tree.within("d")).word == ""


def test_what_is_not_wanted_is_not_kept():
    (tree,) = found(
        b"<a><r><body>secret<more>s</more></body><time>1</time></r></a>", wanted=lambda e: e.name != "body"
    )
    assert [c.name for c in tree.children] == ["time"]


def test_kinds_that_are_not_read_are_given_as_they_begin():
    assert found(b"<a>\n<u><r>in it</r></u><r/></a>")[0] == Unread(2, "other")


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        (b"<a>\n<r>1</r>\n<r>2", Cut(3, True, True)),
        (b"<a>\n<r>1</r>\n", Cut(3, False, True)),
        (b"<a>\n<r>1</r>\n<r", Cut(3, False, True)),
        (b"<a>\n<r>1</r>\n<r>2</q></a>", Cut(3, True, False)),
        (b"<a>\n<r>1</r>\n\x01</a>", Cut(3, False, False)),
    ],
)
def test_a_file_cut_short_or_broken_keeps_what_was_whole(content, cut):
    whole, at = found(content)
    assert isinstance(whole, Element)
    assert whole.text == "1"
    assert at == cut


@pytest.mark.parametrize(
    "content", [b"", b"   ", b"A Number,B Number\n", b'<?xml version="1.0" encoding="x-none"?><a/>']
)
def test_what_is_no_xml_is_refused(content):
    with pytest.raises(BadInput, match="no XML"):
        found(content)


@pytest.mark.parametrize("content", BOMBS)
@pytest.mark.parametrize("read", [read_etsi_102657, read_cellebrite_report])
def test_a_document_type_is_refused_before_anything_in_it_is_looked_at(read, content):
    with pytest.raises(BadInput, match="document type"):
        list(read(content).items)


@pytest.mark.skipif(not BAD, reason="the collected bad input is not here")
@pytest.mark.parametrize("read", [read_etsi_102657, read_cellebrite_report])
def test_bombs_that_others_wrote_are_refused(read):
    for path in BAD:
        with pytest.raises(BadInput):
            list(read(path.read_bytes()).items)


def test_an_encoding_that_expat_knows_is_read():
    assert found('<?xml version="1.0" encoding="utf-16"?><a><r>é</r></a>'.encode("utf-16"))[0].text == "é"


def test_a_record_too_large_is_named_and_not_kept():
    texts, marks = xml_trees.LARGEST_RECORD + 1, xml_trees.MOST_ELEMENTS + 1
    long = b"<c>" + b"x" * texts + b"</c><d>y</d>"
    many = b"<c/>" * marks
    said = b'<c v="' + b"x" * texts + b'"/>'
    big = found(b"<a><r>" + long + b"</r><r>" + many + b"</r><r>" + said + b"</r><r>small</r></a>")
    assert [tree.too_large for tree in big] == [True, True, True, False]
    assert not any(tree.children for tree in big)


def test_a_tag_without_an_end_is_refused_and_not_held():
    with pytest.raises(BadInput, match="tag or comment"):
        found(b"<a><r v='" + b"x" * (xml_trees.LONGEST_TOKEN + 3 * xml_trees.PIECE))


def test_elements_without_bottom_are_refused():
    with pytest.raises(BadInput, match="nested deeper"):
        found(b"<a>" * (xml_trees.DEEPEST + 1))


def test_a_file_of_any_size_is_read_in_bounded_memory():
    def chunks():
        yield b"<a>"
        for _ in range(300):
            yield b"<junk>" + b"x" * 50_000 + b"</junk>" + b"<r>" + b"y" * 1_000 + b"</r>"
        yield b"</a>"

    tracemalloc.start()
    many = sum(1 for _ in trees(chunks(), judge))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert many == 300
    assert peak < 2_000_000


@given(st.integers(1, 40))
def test_how_the_bytes_are_cut_changes_nothing(size):
    content = "<a>\n<r>é<b>2</b></r><u/>\n<r>".encode()
    assert found([content[at : at + size] for at in range(0, len(content), size)]) == found(content)
