"""The attacker of these tests: it counts right, takes no solver's word, and claims no more than the rule tells."""

from typing import Any

import numpy as np
import pytest
from scipy.optimize import milp

from bulletin.disclosure.attacker import Attacker, Fact
from bulletin.disclosure.press import Press

OPEN = "people: 44\nchildren: [c]\nadults: [c]"
LEAK = "people: 44\nchildren: [c]\nadults: 43"


def test_the_attacker_can_count() -> None:
    """The intervals of a table small enough to try everything by hand."""
    attacker = Attacker(["a: [c]\nb: [c]\nwhole: 6"], [Fact("sum", "whole", ("a", "b"))])
    tried = [(a, 6 - a) for a in range(7) if {1, 2, 3, 4} & {a, 6 - a} and 0 not in (a, 6 - a)]
    assert attacker.interval("a") == (min(a for a, _ in tried), max(a for a, _ in tried)) == (1, 5)


def too_narrow(*args: Any, options: dict[str, bool], **more: Any) -> Any:
    """Answer with the next best where presolve is on, as HiGHS 1.12 does at times."""
    found = milp(*args, options=options, **more)
    if options["presolve"]:
        (target,) = np.flatnonzero(args[0])
        end = more["bounds"].lb if args[0][target] > 0 else more["bounds"].ub
        was, end[target] = end[target], round(found.x[target]) + args[0][target]
        second = milp(*args, options=options, **more)
        end[target] = was
        found = found if second.x is None else second
    return found


def too_wide(*args: Any, options: dict[str, bool], **more: Any) -> Any:
    """Answer with a table that breaks a row where presolve is on."""
    found = milp(*args, options=options, **more)
    if options["presolve"]:
        found.x = found.x - 20 * args[0]
    return found


def nothing(*args: Any, options: dict[str, bool], **more: Any) -> Any:
    """Call what is possible impossible where presolve is on."""
    found = milp(*args, options=options, **more)
    if options["presolve"]:
        found.x = None
    return found


@pytest.mark.parametrize("erring", [too_narrow, too_wide, nothing])
def test_a_solver_that_errs_neither_hides_a_leak_nor_makes_one(
    erring: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = Press()
    press.make("people", children=1, adults=43)
    press.there.append(frozenset(press.numbers))
    monkeypatch.setattr("bulletin.disclosure.attacker.milp", erring)
    press.texts = [OPEN]
    assert press.narrowed() == {}
    assert press.attacker().interval("children") == (1, 43)
    press.texts = [LEAK]
    assert press.narrowed() == {"children": (1, 1)}
    assert press.attacker().interval("children") == (1, 1)


def test_an_attacker_with_a_wrong_rule_is_found_out() -> None:
    """A text that the rule would never give: nothing small is the cause of its mark."""
    press = Press(numbers={"children": 9}, texts=["children: [c]"], there=[frozenset({"children"})])
    with pytest.raises(AssertionError, match="the truth does not fit"):
        press.narrowed()
    press.texts.append("children: 9")
    press.there.append(press.there[0])
    with pytest.raises(AssertionError, match="nothing is possible"):
        press.attacker().interval("children")


def test_a_new_mark_may_be_there_for_an_earlier_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Essex's total of 7 was hidden by chance, beside a small count of Kent. When the nought that joins the two is
    told, 20 more for Essex are hidden so as not to give the 7 away: nothing small is left among them.
    """
    drawn = {"essex", "essex girls", "essex boys"}
    monkeypatch.setattr(
        "clewline.bulletin.disclosure.protection.drawn", lambda table, i, share: table.cells[i].title in drawn
    )
    press = Press()
    press.make("boys", **{"kent boys": 3, "essex boys": 0})
    press.make("essex", **{"essex boys": 0, "essex girls": 7})
    assert press.release(*press.numbers).count("[c]") == 5
    drawn.clear()
    press.make("girls", **{"essex girls": 7, "kent girls": 20})
    assert "kent girls: [c]" in press.release("essex boys", "girls", "kent girls")
    assert "essex boys: 0" in press.texts[1]
    assert press.narrowed() == {}
