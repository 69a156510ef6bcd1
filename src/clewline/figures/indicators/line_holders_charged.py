"""Of the line holders arrested, the share charged."""

from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure
from clewline.figures.indicators.line_holders_arrested import FOLLOWS, HOLDER_ARRESTS

LINE_HOLDERS_CHARGED = Figure(
    name="line_holders_charged",
    title="Line holders arrested who were charged",
    unit="percent",
    measure="rate",
    usual="programme",
    base="line holders arrested",
    group="Rates",
    rank=1,
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    definitions=(
        Definition(
            version="arrested in the period 1",
            sentence="Of the line holders arrested in the period, each once, the share charged as far as "
            "is known at the instant asked for, also after the period. A charge counts where it names the "
            "custody record of the arrest or, naming none, was brought on the day of the arrest or later.",
            authority="Clewline: the Metropolitan Police's release on the week of 27 February 2023 has 88% "
            "of line holders charged, without a cohort or a day; this one is the line holders arrested in "
            "the period.",
            select=f"""
                select entry_id, person as unit, day, 0 as amount,
                       force, team, line, operation, age_group, sex, holding_entry as supporting
                from ({HOLDER_ARRESTS}) as arrested
                union all
                select arrested.entry_id, arrested.person as unit, arrested.day, 1 as amount,
                       arrested.force, arrested.team, arrested.line, arrested.operation,
                       arrested.age_group, arrested.sex, charge.entry_id as supporting
                from ({HOLDER_ARRESTS}) as arrested
                join charge
                  on {FOLLOWS}
            """,
            examples=(
                Example(
                    says="Two holders, one of them charged, after the week and on two charges. A charge "
                    "against a runner does not count, nor one from before the arrest.",
                    given="""
                        a: on 2023-02-28 arrest C1, force kent, person kent/901
                        b: on 2023-02-28 arrest C2, force kent, person kent/902
                        c: on 2023-02-28 arrest C3, force kent, person kent/903
                        d: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        e: on 2023-02-01 role R2, person kent/902, line L2, role line holder, \
basis attribution report, force kent
                        f: on 2023-02-01 role R3, person kent/903, line L1, role runner, \
basis observation, force kent
                        g: on 2023-03-09 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                        h: on 2023-03-09 charge H2, force kent, person kent/901, offence MS15003
                        i: on 2023-02-20 charge H3, force kent, person kent/902, offence TH68010
                        j: on 2023-03-01 charge H4, force kent, person kent/903, offence MD71130, arrest C3
                    """,
                    value=Decimal("50"),
                    stands_on=("a", "b", "d", "e", "g", "h"),
                ),
                Example(
                    says="Four holders, one charged out of this arrest; a second was charged out of an "
                    "arrest after the period, and the third's charge is withdrawn.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-01 arrest C2, force kent, person kent/902
                        c: on 2023-03-01 arrest C3, force kent, person kent/903
                        d: on 2023-03-01 arrest C4, force kent, person kent/904
                        e: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        f: on 2023-02-01 role R2, person kent/902, line L1, role line holder, \
basis admission, force kent
                        g: on 2023-02-01 role R3, person kent/903, line L1, role line holder, \
basis admission, force kent
                        h: on 2023-02-01 role R4, person kent/904, line L1, role line holder, \
basis admission, force kent
                        i: on 2023-03-02 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                        j: on 2023-06-02 charge H2, force kent, person kent/902, offence MD71130, arrest C9
                        k: on 2023-03-02 charge H3, force kent, person kent/903, offence MD71130, arrest C3
                        l: on 2023-03-07 correction H3, withdraws k
                    """,
                    value=Decimal("25"),
                    stands_on=("a", "b", "c", "d", "e", "f", "g", "h", "i"),
                ),
                Example(
                    says="Nobody arrested held a line: there is nothing to take a share of.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                    """,
                    value=None,
                    stands_on=(),
                ),
            ),
        ),
    ),
)
