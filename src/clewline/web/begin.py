"""What a process of the site loads before it answers anyone."""

from django.template.loader import get_template
from django.urls import get_resolver
from jinja2 import PackageLoader

from clewline.figures import all_figures
from clewline.workflow import tables


def begin() -> None:
    """Load the addresses, the pages and what counting needs: the first who asks would wait for it, some seconds."""
    get_resolver().url_patterns  # noqa: B018  # Django loads the views when it is first asked for them
    for name in PackageLoader("clewline", "web").list_templates():
        if name.endswith(".html"):
            get_template(name)
    # The macros of GOV.UK Frontend are read when ours, which import them, are first used.
    get_template("frame/macros.html").template.module  # type: ignore[attr-defined]  # of Jinja's backend  # noqa: B018
    all_figures()
    tables.load()
