"""Charges of children of whom nobody had considered section 45: nought, if the ledger keeps what it promises."""

from clewline.figures.figure import Definition, Example, Figure

CHILDREN_CHARGED_UNCONSIDERED = Figure(
    name="children_charged_unconsidered",
    title="Charges of children without a recorded consideration of section 45",
    unit="charges",
    measure="count",
    group="Protection",
    rank=4,
    dimensions=("force", "team", "line", "operation", "sex"),
    definitions=(
        Definition(
            version="before the charge 1",
            sentence="Charges in the period of people under 18 at the act, by the age at the act or else the "
            "age recorded with the charge, for whom no consideration of section 45 by the child's test stands "
            "that was recorded no later than the charge. A consideration that names another offence, arrest or "
            "day of the act than the charge is of another act. It should be nought: the ledger refuses such a "
            "charge. A charge that was written before it did so, or whose consideration was corrected later, "
            "shows here.",
            authority="Modern Slavery Act 2015, section 45: the age that counts is that at the act "
            "(legislation.gov.uk/ukpga/2015/30/section/45). That somebody considers it before the charge is "
            "Clewline's rule.",
            select="""
                select charge.entry_id, charge.subject as unit, charge.day, 1 as amount,
                       charge.force, charge.team, charge.line, charge.operation, charge.sex
                from charge
                where coalesce(charge.age_at_act, charge.age) < 18
                  and not exists (
                    select 1
                    from section_45_considered as considered
                    where considered.person = charge.person
                      and considered.test = 'child'
                      and considered.recorded_at <= charge.recorded_at
                      and coalesce(considered.offence, charge.offence) = charge.offence
                      and (considered.arrest is null or charge.arrest is null
                           or considered.arrest = charge.arrest)
                      and (considered.act_on is null or charge.act_on is null
                           or considered.act_on = charge.act_on)
                  )
            """,
            examples=(
                Example(
                    says="A charge that nobody considered counts; so does one that was considered only after "
                    "it was recorded. What was considered before does not, and nor does an adult's.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/1, offence MD71130, age 16; \
known from 2023-03-02
                        b: on 2023-03-01 charge H2, force kent, person kent/2, offence MD71130, age 17; \
known from 2023-03-02
                        c: on 2023-03-01 section 45 considered D2, force kent, person kent/2, considered by \
Ash, test child, outcome not settled, reason asked late; known from 2023-03-03
                        d: on 2023-03-01 section 45 considered D3, force kent, person kent/3, considered by \
Ash, test child, outcome the defence does not apply, reason told; known from 2023-03-01
                        e: on 2023-03-01 charge H3, force kent, person kent/3, offence MD71130, age 16; \
known from 2023-03-02
                        f: on 2023-03-01 charge H4, force kent, person kent/4, offence MD71130, age 40; \
known from 2023-03-02
                    """,
                    value=2,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="The age at the act counts: 17 then and 18 at the charge is a child's act. A charge "
                    "without an age is no child's here; the ledger asks of it all the same.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/1, offence MD71130, age 18, \
age at act 17
                        b: on 2023-03-01 charge H2, force kent, person kent/2, offence MD71130, age 18, \
age at act 18
                        c: on 2023-03-01 charge H3, force kent, person kent/3, offence MD71130
                    """,
                    value=1,
                    stands_on=("a",),
                ),
                Example(
                    says="The adult's test, and a consideration of another arrest, do not cover a child's "
                    "charge. One that names neither covers both charges.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/1, offence MD71130, age 16, \
arrest C1
                        b: on 2023-02-28 section 45 considered D1, force kent, person kent/1, considered by \
Ash, test child, outcome not settled, reason asked, arrest C9
                        c: on 2023-03-01 charge H2, force kent, person kent/2, offence MD71130, age 16
                        d: on 2023-02-28 section 45 considered D2, force kent, person kent/2, considered by \
Ash, test adult, outcome not settled, reason asked
                        e: on 2023-03-01 charge H3, force kent, person kent/3, offence MD71130, age 16
                        f: on 2023-03-01 charge H4, force kent, person kent/3, offence MD71532, age 16
                        g: on 2023-02-28 section 45 considered D3, force kent, person kent/3, considered by \
Ash, test child, outcome not settled, reason asked
                    """,
                    value=2,
                    stands_on=("a", "c"),
                ),
            ),
        ),
    ),
)
