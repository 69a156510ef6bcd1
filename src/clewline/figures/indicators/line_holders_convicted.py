"""Of the line holders arrested and charged whose case has ended, the share convicted."""

from decimal import Decimal

from clewline.figures.figure import Definition, Example, Figure
from clewline.figures.indicators.line_holders_arrested import FOLLOWS, HOLDER_ARRESTS

_COLUMNS = "force, team, line, operation, age_group, sex"

LINE_HOLDERS_CONVICTED = Figure(
    name="line_holders_convicted",
    title="Line holders charged who were convicted",
    unit="percent",
    measure="rate",
    usual="programme",
    base="line holders charged whose case has ended",
    group="Rates",
    rank=2,
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    definitions=(
        Definition(
            version="case ended 1",
            sentence="Of the line holders arrested in the period and charged out of that arrest, whose "
            "case has ended as far as is known at the instant asked for, the share convicted of at least "
            "one of those charges. A case has ended when every charge against the person has a result of a "
            "court.",
            authority="Clewline: the Metropolitan Police's release on the week of 27 February 2023 has 94% "
            "of line holders convicted, without a base; the open cases are left out here, since nobody "
            "knows yet how they end.",
            select=f"""
                with arrested as ({HOLDER_ARRESTS}),
                waiting as (
                    select charge.person
                    from charge
                    left join court_result on court_result.charge = charge.subject
                    where court_result.entry_id is null
                ),
                ended as (
                    select arrested.entry_id, arrested.person as unit, arrested.day,
                           arrested.force, arrested.team, arrested.line, arrested.operation,
                           arrested.age_group, arrested.sex, arrested.holding_entry,
                           charge.entry_id as charge_entry, court_result.entry_id as result_entry,
                           court_result.result
                    from arrested
                    join charge
                      on {FOLLOWS}
                    join court_result on court_result.charge = charge.subject
                    where not exists (select 1 from waiting where waiting.person = arrested.person)
                )
                select entry_id, unit, day,
                       case when part.n = 3 and result = 'convicted' then 1 else 0 end as amount, {_COLUMNS},
                       case part.n when 1 then holding_entry when 2 then charge_entry
                            else result_entry end as supporting
                from ended
                cross join (values (1), (2), (3)) as part (n)
            """,
            examples=(
                Example(
                    says="One holder is convicted of one charge of two, another is acquitted: half. The "
                    "third still waits for a result, and is not in the base.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-01 arrest C2, force kent, person kent/902
                        c: on 2023-03-01 arrest C3, force kent, person kent/903
                        d: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        e: on 2023-02-01 role R2, person kent/902, line L2, role line holder, \
basis admission, force kent
                        f: on 2023-02-01 role R3, person kent/903, line L3, role line holder, \
basis admission, force kent
                        g: on 2023-03-02 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                        h: on 2023-03-02 charge H2, force kent, person kent/901, offence MS15003, arrest C1
                        i: on 2023-03-02 charge H3, force kent, person kent/902, offence MD71130, arrest C2
                        j: on 2023-03-02 charge H4, force kent, person kent/903, offence MD71130, arrest C3
                        k: on 2023-03-02 charge H5, force kent, person kent/903, offence MS15003, arrest C3
                        l: on 2024-01-15 court result H1, force kent, person kent/901, charge H1, \
result convicted
                        m: on 2024-01-15 court result H2, force kent, person kent/901, charge H2, \
result lies on file
                        n: on 2024-01-15 court result H3, force kent, person kent/902, charge H3, \
result acquitted
                        o: on 2024-01-15 court result H4, force kent, person kent/903, charge H4, \
result convicted
                    """,
                    value=Decimal("50"),
                    stands_on=("a", "b", "d", "e", "g", "h", "i", "l", "m", "n"),
                ),
                Example(
                    says="Three holders, each convicted. The first was charged out of this arrest, though "
                    "the charge names none; the second before it, the third out of another arrest.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-03-01 arrest C2, force kent, person kent/902
                        c: on 2023-03-01 arrest C3, force kent, person kent/903
                        d: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        e: on 2023-02-01 role R2, person kent/902, line L2, role line holder, \
basis admission, force kent
                        f: on 2023-02-01 role R3, person kent/903, line L3, role line holder, \
basis admission, force kent
                        g: on 2023-03-02 charge H1, force kent, person kent/901, offence MD71130
                        h: on 2022-11-02 charge H2, force kent, person kent/902, offence MD71130
                        i: on 2023-06-02 charge H3, force kent, person kent/903, offence MD71130, arrest C9
                        j: on 2024-01-15 court result H1, force kent, person kent/901, charge H1, \
result convicted
                        k: on 2024-01-15 court result H2, force kent, person kent/902, charge H2, \
result convicted
                        l: on 2024-01-15 court result H3, force kent, person kent/903, charge H3, \
result convicted
                    """,
                    value=Decimal("100"),
                    stands_on=("a", "d", "g", "j"),
                ),
                Example(
                    says="A result is corrected on appeal. A conviction of a runner, and one of a holder "
                    "arrested before the period, change nothing.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/901
                        b: on 2023-02-26 arrest C2, force kent, person kent/902
                        c: on 2023-03-01 arrest C3, force kent, person kent/903
                        d: on 2023-02-01 role R1, person kent/901, line L1, role line holder, \
basis admission, force kent
                        e: on 2023-02-01 role R2, person kent/902, line L2, role line holder, \
basis admission, force kent
                        f: on 2023-02-01 role R3, person kent/903, line L3, role runner, \
basis admission, force kent
                        g: on 2023-03-02 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                        h: on 2023-03-02 charge H2, force kent, person kent/902, offence MD71130, arrest C2
                        i: on 2023-03-02 charge H3, force kent, person kent/903, offence MD71130, arrest C3
                        j: on 2024-01-15 court result H1, force kent, person kent/901, charge H1, \
result convicted
                        k: on 2024-01-15 court result H2, force kent, person kent/902, charge H2, \
result convicted
                        l: on 2024-01-15 court result H3, force kent, person kent/903, charge H3, \
result convicted
                        m: on 2024-01-15 court result H1, force kent, person kent/901, charge H1, \
result acquitted; corrects j because appeal
                    """,
                    value=Decimal("0"),
                    stands_on=("a", "d", "g", "m"),
                ),
            ),
        ),
    ),
)
