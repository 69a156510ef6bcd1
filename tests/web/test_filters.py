"""The filters of a time line: kept form or new, they say what was asked."""

from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role


def test_the_form_with_nothing_set_is_the_same_before_and_after_one_that_is_set(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    unset = client.get(f"/case/{CASE}/").content.decode()
    narrowed = client.get(f"/case/{CASE}/", {"kind": "arrest", "subject": "<b>", "last": ""}).content.decode()
    assert 'value="arrest" selected' in narrowed and "&lt;b&gt;" in narrowed and "<b>" not in narrowed
    again = client.get(f"/case/{CASE}/", {"kind": "", "before": "2023-03-04~1"}).content.decode()
    begins = unset.index('<form method="get"')
    form = unset[begins : unset.index("</form>", begins)]
    assert form in again and "&lt;b&gt;" not in form and 'value="arrest"' in form


def test_a_period_that_ends_before_it_begins_is_refused_and_shows_nothing(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = client.get(f"/case/{CASE}/", {"first": "2023-03-04", "last": "2023-03-01"}).content.decode()
    assert "The last day is before the first." in page and "govuk-table__row" not in page


def test_the_kinds_offered_are_those_that_the_role_sees(embedded_site: Site) -> None:
    officer = logged_in(add(Role.OFFICER, Relation.OWN)).get(f"/case/{CASE}/").content.decode()
    carer = logged_in(add(Role.SAFEGUARDING, Relation.OWN)).get(f"/case/{CASE}/").content.decode()
    assert 'value="line_closure"' in officer and 'value="line_closure"' not in carer
    assert 'value="arrest"' in carer
