"""Line holders arrested.

Their arrests stand here once; the shares charged and convicted are narrowed from them.
"""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure

HOLDER_ARRESTS = f"""
                    select arrest.entry_id, arrest.subject as arrest, arrest.person, arrest.day,
                           arrest.force, arrest.team, holding.line, arrest.operation, {AGE_GROUP}, sex,
                           holding.entry_id as holding_entry
                    from arrest
                    join role as holding
                      on holding.person = arrest.person
                     and holding.role = 'line holder'
"""
"""SQL for each arrest of a person whom a force says to hold a line, with the entry that says so.

One row for each line that they hold. `line` is the line held, not the line that the arrest was about.
"""

FOLLOWS = """charge.person = arrested.person
                     and charge.day >= arrested.day
                     and coalesce(charge.arrest, arrested.arrest) = arrested.arrest"""
"""SQL for "this charge came of this arrest": by custody reference, or by day where none is recorded."""

LINE_HOLDERS_ARRESTED = Figure(
    name="line_holders_arrested",
    title="Line holders arrested",
    unit="people",
    measure="count",
    group="Lines",
    rank=4,
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    definitions=(
        Definition(
            version="role 1",
            sentence="People arrested in the period of whom a force says, on any day and as far as is "
            "known at the instant asked for, that they hold a line; each once, as their force records "
            "them. `line` is the line that they hold: who holds two counts in both.",
            authority="Metropolitan Police, 2 June 2020: a line holder is not hands-on with the drugs and "
            "exploits others to run them. The role is what a force says on the basis recorded with it, not "
            "a verdict.",
            select=f"""
                with arrested as ({HOLDER_ARRESTS})
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, age_group, sex, holding_entry as supporting
                from arrested
            """,
            examples=(
                Example(
                    says="The number opens to the arrests and to the entries that make each person a line "
                    "holder. A runner is none; a holder arrested twice counts once.",
                    given="""
                        a: on 2023-02-28 arrest C1, force kent, person kent/901
                        b: on 2023-03-04 arrest C2, force kent, person kent/901
                        c: on 2023-03-01 arrest C3, force kent, person kent/902
                        d: on 2023-03-01 arrest C4, force kent, person kent/903
                        e: on 2023-03-06 arrest C5, force kent, person kent/904
                        f: on 2023-03-05 role R1, person kent/901, line L1, role line holder, \
basis attribution report, force kent
                        g: on 2023-03-01 role R2, person kent/902, line L1, role runner, \
basis observation, force kent
                        h: on 2022-12-01 role R3, person kent/904, line L4, role line holder, \
basis admission, force kent
                    """,
                    value=1,
                    stands_on=("a", "b", "f"),
                ),
                Example(
                    says="A holder of two lines is one person.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        c: on 2023-02-01 role R2, person kent/901, line L2, role line holder, \
basis attribution report, force kent
                    """,
                    value=1,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The attribution is withdrawn, and the person no longer counts.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-01 arrest C2, force kent, person kent/902
                        c: on 2023-03-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        d: on 2023-03-01 role R2, person kent/902, line L2, role line holder, \
basis attribution report, force kent
                        e: on 2023-03-20 correction R2, withdraws d; known from 2023-03-20T09:00:00
                    """,
                    value=1,
                    stands_on=("a", "c"),
                ),
            ),
        ),
    ),
)
