"""Who may do what: roles, relations to a case, and one table of permissions.

Nobody sees a case because of who they are: a role says what a person's work needs, a membership says in which case,
for which purpose and until when. The table is read by lists, single objects, search, export and the API alike.
"""

from clewline.access.acts import ACTS, GUARDED, Act, Scope
from clewline.access.happened import HAPPENED, does
from clewline.access.kinds import Group, group_of, groups_of, kinds_of, kinds_recorded
from clewline.access.membership import Membership, Relation, relation
from clewline.access.roles import Purpose, Role
from clewline.access.table import may, why

__all__ = [
    "ACTS",
    "GUARDED",
    "HAPPENED",
    "Act",
    "Group",
    "Membership",
    "Purpose",
    "Relation",
    "Role",
    "Scope",
    "does",
    "group_of",
    "groups_of",
    "kinds_of",
    "kinds_recorded",
    "may",
    "relation",
    "why",
]
