"""What the access log says of what is no page."""

from clewline.access import ACTS, HAPPENED, does


def test_acts_and_what_happened_beside_them_have_names_of_their_own() -> None:
    assert not ACTS.keys() & HAPPENED.keys()


def test_each_is_told_in_words_and_what_is_not_known_by_its_name() -> None:
    assert does("see case") == "saw a case"
    assert does("log in") == "logged in"
    assert does("an act of a later version") == "an act of a later version"
