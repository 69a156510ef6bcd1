"""May they? One answer for each act, role and relation; whatever is not said here is refused."""

from clewline.access.acts import Act, Scope
from clewline.access.membership import Relation
from clewline.access.roles import Role


def may(act: Act, role: Role | None, relation: Relation | None) -> bool:
    """Return whether someone of the role may do the act, being that to the case that it is about; no role where they
    have no account, no relation where it is about no case.
    """
    if act.scope is Scope.PUBLIC:
        return True
    if role not in act.roles:
        return False
    return act.scope is Scope.SITE or relation is Relation.OWN


def why(act: Act, role: Role) -> str:
    """Return the sentence that says why someone may do it: what "Why can I see this?" answers."""
    if act.scope is Scope.PUBLIC:
        return "Anyone may see this page, with an account or without one."
    if act.scope is Scope.SITE:
        return f"Your role is {role}, and its work needs this page."
    return f"You are a member of this case, and the work of your role, {role}, needs this page."
