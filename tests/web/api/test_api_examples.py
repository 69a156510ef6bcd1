"""Every address of the API answers the example that its documents show, in the shape that its OpenAPI says."""

import pytest
from openapi_spec_validator import validate
from site_made import CASE, Site, add, as_program

from clewline.access import Relation, Role
from clewline.store.accounts import log
from clewline.web.api.endpoint import Endpoint
from clewline.web.api.v1.routes import ENDPOINTS, openapi


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.name)
def test_an_example_is_answered_and_logged(embedded_site: Site, endpoint: Endpoint) -> None:
    role = Role.AUDITOR if endpoint.act == "see access log" else Role.OFFICER
    person = add(role, Relation.OWN)
    answer = as_program(person).get(f"/api/v1/{endpoint.request.replace('demo-1', CASE)}")
    if endpoint.name == "api_entry_source":
        assert answer.status_code == 404  # what was stated rests on no file
        return
    assert answer.status_code == 200, answer.content
    (look,) = log.looks()
    assert (look.account, look.act, look.outcome) == (person.id, endpoint.act, "done")
    assert look.said.token is not None


def test_its_openapi_is_openapi() -> None:
    validate(openapi())
