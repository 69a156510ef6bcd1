"""`clewline check`: findings in their lines, another text or the record beside them, and how it leaves."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from clewline.bulletin.check import Finding, Named, Quoted
from clewline.bulletin.claim import Quote
from clewline.bulletin.read import read
from clewline.cli.check import summary
from clewline.cli.texts import short_names
from clewline.errors import BadInput, NotFound
from clewline.output.findings import print_findings
from clewline.output.text_page import as_page
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.texts import Text
from cli.text_story import GOOD, WRONG, good, plainly, refused, run
from cli.week_story import Page

KENT = """Kent Police make four arrests

Kent Police made four arrests between Monday 27 February and Sunday 5 March 2023, and charged two people.

They engaged 30 people and seized £500 in cash.
"""
RECORD = """
a1: on 2023-02-28 arrest C1, force kent, person kent/1, age 16
a2: on 2023-03-01 arrest C2, force kent, person kent/2, age 40
a3: on 2023-03-04 arrest C3, force kent, person kent/3, age 31
a4: on 2023-03-04 arrest C4, force kent, person kent/4, age 31
h1: on 2023-03-03 charge H1, force kent, person kent/2, offence MD71170, arrest C2
h2: on 2023-03-03 charge H2, force kent, person kent/3, offence MD71170, arrest C3
c1: on 2023-03-03 cash seizure X1, force kent, currency GBP, amount 500
c2: on 2023-03-03 cash seizure X2, force kent, currency GBP, amount 130; known from 2023-04-03T10:00:00+00:00
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a good text, a wrong one, and one of Kent's."""
    for name, text in (("good.txt", GOOD), ("wrong.txt", WRONG), ("kent.txt", KENT)):
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def kept(embedded: str) -> None:
    """Kent's week is in the record; a seizure of cash came to it after publication."""
    ledger.append([replace(e, source=Statement("Moss")) for e in read_notation(RECORD)])


def wrong(*words: str | Path) -> str:
    """Run what finds something wrong: exit code 1, and no refusal."""
    result = run(*words)
    assert isinstance(result.exception, SystemExit), result.output + str(result.exception)
    assert result.exit_code == 1
    return result.stdout


# The words of a text


def test_a_text_with_nothing_wrong_leaves_with_0_and_says_so(files: Path) -> None:
    assert "1 text, 6 claims: nothing wrong found in the words" in plainly(good("check", files / "good.txt"))


def test_a_finding_is_a_sentence_with_its_words_marked_in_their_line(files: Path) -> None:
    said = wrong("check", files / "wrong.txt")
    assert (
        "Wrong (impossible): “51 children” is a part of “47 people” and cannot be more: check both."
        in plainly(said)
    )
    words, marks = said.splitlines()[-4:-2]
    assert "wrong.txt, line 3" in said
    assert [words[i] for i, c in enumerate(marks) if c == "^"] == list("47 people51 children")
    assert said.splitlines()[-1] == "1 text, 2 claims: 1 wrong in the words"


def test_what_is_only_doubtful_leaves_with_0(files: Path) -> None:
    other = files / "other.txt"
    other.write_text(GOOD.replace("£41,250", "£21,250"))
    said = good("check", files / "good.txt", other)
    assert "Doubtful (two reports)" in said
    assert "good.txt, line 9" in said and "other.txt, line 9" in said
    assert "1 doubtful in the words" in said


def test_json_holds_texts_findings_and_what_was_not_read(files: Path) -> None:
    result = run("check", files / "wrong.txt", files / "absent.txt", "--json")
    assert isinstance(result.exception, BadInput)
    said = json.loads(result.stdout)
    assert [t["name"] for t in said["texts"]] == ["wrong.txt"]
    assert said["unread"][0]["why"] == "There is no such file."
    (finding,) = said["findings"]
    assert (finding["severity"], [q["text"] for q in finding["quotes"]]) == (
        "wrong",
        ["47 people", "51 children"],
    )
    assert said["verdicts"] == []


def test_texts_of_one_name_are_told_apart(files: Path) -> None:
    assert short_names(["a/x.txt", "b/x.txt", "b/y.txt"]) == ["a/x.txt", "b/x.txt", "y.txt"]
    assert short_names(["x.txt", "x.txt"], besides=["y.txt"]) == ["x.txt", "x.txt (2)"]
    assert short_names(["a/x.txt"], besides=["x.txt"]) == ["a/x.txt"]


def test_colours_are_used_where_they_show_and_marks_everywhere() -> None:
    named = Named("x", read("Northmoor Police safeguarded 47 people, among them 51 children."))
    finding = Finding(
        severity="wrong",
        rule="impossible",
        sentence="Too many.",
        quotes=(Quoted(source="x", quote=Quote(text="47 people", start=29, end=38)),),
    )
    out = io.StringIO()
    print_findings([finding], dict([named]), Console(file=out, force_terminal=True, color_system="standard"))
    assert "\x1b[1;31m47 people\x1b[0m" in out.getvalue()
    assert "\x1b[1;31m^^^^^^^^^\x1b[0m" in "".join(out.getvalue().split(" "))
    assert summary([named], [finding], []) == "1 text, 2 claims: 1 wrong in the words"


# Another text


def test_a_text_is_checked_against_another_and_only_its_own_faults_are_told(files: Path) -> None:
    (files / "other.txt").write_text(
        WRONG.replace("47 people", "48 people").replace("51 children", "59 children")
    )
    (files / "right.txt").write_text(WRONG.replace("51", "19"))
    said = good("check", files / "right.txt", "--against", files / "other.txt")
    assert "right.txt says “47 people”, other.txt “48 people” of one thing" in plainly(said)
    assert "is a part of" not in said


def test_a_text_is_checked_against_claims_that_were_read_before(files: Path) -> None:
    (files / "was.json").write_text(good("read", files / "good.txt", "--json", "--explain"))
    (files / "new.txt").write_text(GOOD.replace("£41,250", "£21,250"))
    said = plainly(good("check", files / "new.txt", "--against", files / "was.json"))
    assert "was.json" in said and "“£41,250 in cash”" in said
    good("check", files / "good.txt", "--against", files / "was.json")


def test_what_is_checked_against_and_cannot_be_read_is_refused_before_anything_else(files: Path) -> None:
    (files / "bad.json").write_text('{"claims": [{"indicator": 3}]}')
    assert refused("check", files / "good.txt", "--against", files / "absent.txt")[0] == 5
    code, said = refused("check", files / "good.txt", "--against", files / "bad.json")
    assert (code, "It is no JSON of claims" in said) == (5, True)


# The record


def test_the_record_confirms_contradicts_or_cannot_say(kept: None, files: Path) -> None:
    said = wrong("check", files / "kent.txt", "--against", "record", "--published", "2023-03-07")
    said = plainly(said)
    assert (
        "Confirmed then, contradicted now: cash seized: the record counted £500 then and counts £630" in said
    )
    assert "1 entry recorded on 3 April 2023 changed it" in said
    assert "new since: c2" in said
    assert "open it: clewline trace cash_seized 2023-02-27 --force kent" in said
    assert "arrests: 4 (headline; lead): the record counts 4, then as now." in said
    assert "contradicts 1 and cannot answer 1" in said  # the people engaged: the record has none on any day


def test_one_force_is_named_for_numbers_that_nobody_is_said_to_have(kept: None, files: Path) -> None:
    nobody = files / "nobody.txt"
    nobody.write_text("Officers made four arrests between Monday 27 February and Sunday 5 March 2023.\n")
    assert "cannot answer 1" in plainly(good("check", nobody, "--against", "record"))
    said = plainly(good("check", nobody, "--against", "record", "--force", "kent", "--case", "K1"))
    assert "confirms 1" in said


def test_a_record_that_begins_later_says_so(kept: None, files: Path) -> None:
    result = run("check", files / "kent.txt", "--against", "record", "--published", "2023-03-05", "--json")
    assert "the record begins on 6 March 2023, after the text was published" in plainly(result.stderr)
    verdicts = json.loads(result.stdout)["verdicts"]
    (cash,) = [v for v in verdicts if v["claims"][0]["indicator"] == "cash_seized"]
    assert (cash["outcome"], cash["outcome_then"], cash["difference"]) == ("contradicted", None, 130)
    assert cash["now"]["entries"] == ["c1", "c2"]
    assert cash["open"] == "clewline trace cash_seized 2023-02-27 --force kent"


def test_an_empty_record_is_told_apart_from_a_wrong_text(embedded: str, files: Path) -> None:
    result = run("check", files / "kent.txt", "--against", "record")
    assert isinstance(result.exception, NotFound)


# The page


def test_the_page_shows_findings_and_verdicts_beside_the_lines(kept: None, files: Path) -> None:
    result = run(
        "check", files / "kent.txt", files / "wrong.txt", "--against", "record", "--html", files / "page.html"
    )
    assert result.exit_code == 1 and result.stdout == ""
    html = (files / "page.html").read_text()
    page = Page(html)
    assert page.fetched == []
    assert "http" not in html.replace("http-equiv", "")
    assert "default-src 'none'" in html
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert page.headings == [1, 2, 3, 2, 3]
    text = plainly(page.text)
    assert (
        "1. Wrong: impossible “51 children” is a part of “47 people” and cannot be more: check both." in text
    )
    assert "The record: cash seized Contradicted: the record counts £630" in text
    assert (
        "of 5 different claims the record confirms 2" in text
        or "different claims the record confirms" in text
    )


def test_a_page_of_a_text_with_marks_of_html_shows_them_as_they_stand() -> None:
    reading = read('Northmoor Police made 62 arrests <script>alert(1)</script> & £5 in "cash".')
    html = as_page(
        [Text(name="<b>.txt", stem="b", kind="text", notes=("<i>",), reading=reading)], findings=[]
    )
    assert "<script>" not in html
    assert "<b>.txt" not in html and "&lt;b&gt;.txt" in html
    assert "&lt;script&gt;alert(" in html and "&lt;i&gt;" in html
