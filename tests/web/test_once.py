"""Parts of pages that are made once are what they would be if made anew."""

from jinja2 import Environment
from markupsafe import Markup

from clewline.web.once import once

MACRO = "{% macro told(it) %}<p>{{ it.text }}{% if it.hint is true %}!{% endif %}</p>{% endmacro %}"
told = Environment(autoescape=True).from_string(MACRO).module.told  # type: ignore[attr-defined]  # of the function that is kept


def test_a_text_is_not_given_what_was_made_of_the_same_markup() -> None:
    assert once(told, {"text": Markup("<b>x</b>")}) == "<p><b>x</b></p>"
    assert once(told, {"text": "<b>x</b>"}) == "<p>&lt;b&gt;x&lt;/b&gt;</p>"
    assert once(told, {"text": Markup("<b>x</b>")}) == "<p><b>x</b></p>"


def test_one_is_not_true_and_a_later_part_counts_too() -> None:
    assert once(told, {"text": "x", "hint": True}) == "<p>x!</p>"
    assert once(told, {"text": "x", "hint": 1}) == "<p>x</p>"
    assert once(told, {"text": ["x", {"deep": "y"}]}) != once(told, {"text": ["x", {"deep": "z"}]})


def test_what_cannot_be_compared_is_made_each_time() -> None:
    class Counter:
        calls = 0

        def __str__(self) -> str:
            Counter.calls += 1
            return str(Counter.calls)

    shared = {"text": Counter()}
    assert [once(told, shared), once(told, shared)] == ["<p>1</p>", "<p>2</p>"]
