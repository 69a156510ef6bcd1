"""What the how-to of the API shows is what happens: each request is made, and its lines are in the answer, in order."""

import json
import re
import shlex
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from site_made import CASE, Site, add, as_program

from clewline.access import Relation, Role
from test_docs import missing, shown_in

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "use-the-api.md"


def test_what_the_how_to_shows_is_what_happens(embedded_site: Site) -> None:
    program = as_program(add(Role.OFFICER, Relation.OWN))
    some = list(shown_in(PAGE.read_text(encoding="utf-8").replace("demo-1", CASE)))
    assert len(some) == 7
    for shown in some:
        program_name, flag, header, address = shlex.split(shown.command)
        assert (program_name, flag, header) == ("curl", "-H", "Authorization: Bearer $CLEWLINE_TOKEN")
        said = json.dumps(program.get(_path(address)).json(), indent=0)
        assert missing(shown.lines, said) == [], f"{shown.command}\n{said[:3000]}"


def test_the_program_that_the_how_to_shows_reads_all(
    embedded_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = as_program(add(Role.OFFICER, Relation.OWN))
    text = PAGE.read_text(encoding="utf-8")
    code = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[0]

    def urlopen(request: Any) -> BytesIO:
        answer = Client(headers={"host": "localhost", **request.headers}).get(_path(request.full_url))
        assert answer.status_code == 200
        return BytesIO(answer.content)

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    names: dict[str, Any] = {}
    exec(compile(code, str(PAGE), "exec"), names)
    token = program.defaults["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
    assert [one["id"] for one in names["all_entries"](CASE, token)] == [f"{CASE}-a{n}" for n in (4, 3, 2, 1)]


def _path(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"
