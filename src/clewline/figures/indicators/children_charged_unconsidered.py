"""Charges of children of whom nobody had considered section 45: nought, if the ledger keeps what it promises."""

from clewline.figures.figure import Definition, Example, Figure

CHILDREN_CHARGED_UNCONSIDERED = Figure(
    name="children_charged_unconsidered",
    title="Charges of children without a recorded consideration of section 45",
    unit="charges",
    measure="count",
    group="Protection",
    rank=4,
    nought_beside="charges",
    dimensions=("force", "team", "line", "operation", "sex"),
    definitions=(
        Definition(
            version="before the charge 2",
            sentence="Charges in the period of people under 18 at the act, by the age at the act or else the "
            "age recorded with the charge, for whom no consideration of section 45 by the child's test stood "
            "when the charge was recorded, or none stands now; one that was corrected since counts, where what "
            "replaced it covers the charge too. A consideration that names another offence, arrest or day of the "
            "act than the charge is of another act. Where an assessment of their age had found them to be 18 or "
            "over, not under 18 at the act, and rules out the age that stands with the charge, that age counts for "
            "nothing. It should be nought: the ledger refuses "
            "such a charge, and that what a charge rests on is taken away. A charge that was written before it "
            "did so shows here.",
            authority="Modern Slavery Act 2015, section 45: the age that counts is that at the act "
            "(legislation.gov.uk/ukpga/2015/30/section/45). That somebody considers it before the charge is "
            "Clewline's rule.",
            select="""
                with covering as (
                    select charge.entry_id,
                           case when considered.known_from <= charge.recorded_at
                                 and considered.known_to > charge.recorded_at then 1 else 0 end as stood,
                           case when standing.entry_id is null then 0 else 1 end as stands
                    from charge
                    join section_45_considered_ever as considered
                      on considered.person = charge.person
                      and considered.test = 'child'
                      and coalesce(considered.offence, charge.offence) = charge.offence
                      and (considered.arrest is null or charge.arrest is null
                           or considered.arrest = charge.arrest)
                      and (considered.act_on is null or charge.act_on is null
                           or considered.act_on = charge.act_on)
                    left join section_45_considered as standing on standing.entry_id = considered.entry_id
                ),
                considered_of as (
                    select entry_id, max(stood) as stood, max(stands) as stands from covering group by entry_id
                ),
                aged as (
                    select entry_id, coalesce(age_at_act, age) as age,
                           extract(year from told_on) * 10000 + extract(month from told_on) * 100
                             + extract(day from told_on) as told_on,
                           (extract(year from act_on) - 18) * 10000 + extract(month from act_on) * 100
                             + extract(day from act_on) as adult_by
                    from (
                        select entry_id, age_at_act, age, coalesce(act_on, day) as act_on,
                               case when age_at_act is null then day else act_on end as told_on
                        from charge
                    ) as dated
                ),
                assessed as (
                    select charge.entry_id, settled.outcome,
                           extract(year from settled.born) * 10000 + extract(month from settled.born) * 100
                             + extract(day from settled.born) as born,
                           (extract(year from settled.day) - 18) * 10000 + extract(month from settled.day) * 100
                             + extract(day from settled.day) as born_by,
                           row_number() over (
                               partition by charge.entry_id
                               order by settled.day desc, settled.recorded_at desc, settled.entry_id desc
                           ) as place
                    from charge
                    join age_assessed_ever as settled
                      on settled.person = charge.person
                      and settled.known_from <= charge.recorded_at
                      and settled.known_to > charge.recorded_at
                ),
                ruled_out as (
                    select aged.entry_id
                    from aged
                    join assessed on assessed.entry_id = aged.entry_id and assessed.place = 1
                    where assessed.outcome = '18 or over'
                      and ((assessed.born is null and aged.told_on - (aged.age + 1) * 10000 >= assessed.born_by)
                           or (assessed.born <= aged.adult_by
                               and (assessed.born <= aged.told_on - (aged.age + 1) * 10000
                                    or assessed.born > aged.told_on - aged.age * 10000)))
                )
                select charge.entry_id, charge.subject as unit, charge.day, 1 as amount,
                       charge.force, charge.team, charge.line, charge.operation, charge.sex
                from charge
                left join considered_of on considered_of.entry_id = charge.entry_id
                left join ruled_out on ruled_out.entry_id = charge.entry_id
                where coalesce(charge.age_at_act, charge.age) < 18
                  and ruled_out.entry_id is null
                  and (considered_of.entry_id is null or considered_of.stood = 0 or considered_of.stands = 0)
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
                Example(
                    says="A consideration that was corrected after the charge, by one that covers it, was there "
                    "all along: nothing counts. Where what replaced it is of another offence, or it was withdrawn, "
                    "the charge counts.",
                    given="""
                        a: on 2023-03-01 section 45 considered D1, force kent, person kent/1, considered by \
Ash, test child, outcome not settled, reason asked; known from 2023-03-01
                        b: on 2023-03-02 charge H1, force kent, person kent/1, offence MD71130, age 16; \
known from 2023-03-02
                        c: on 2023-03-01 section 45 considered D1, force kent, person kent/1, considered by \
Ash, test child, outcome the defence may apply, reason asked; corrects a because put right; known from 2023-03-03
                        d: on 2023-03-01 section 45 considered D2, force kent, person kent/2, considered by \
Ash, test child, outcome not settled, reason asked; known from 2023-03-01
                        e: on 2023-03-02 charge H2, force kent, person kent/2, offence MD71130, age 16; \
known from 2023-03-02
                        f: on 2023-03-01 section 45 considered D2, force kent, person kent/2, considered by \
Ash, test child, outcome not settled, reason asked, offence MD71532; corrects d because of another; \
known from 2023-03-03
                        g: on 2023-03-01 section 45 considered D3, force kent, person kent/3, considered by \
Ash, test child, outcome not settled, reason asked; known from 2023-03-01
                        h: on 2023-03-02 charge H3, force kent, person kent/3, offence MD71130, age 16; \
known from 2023-03-02
                        i: on 2023-03-03 correction g, withdraws g; known from 2023-03-03
                    """,
                    value=2,
                    stands_on=("e", "h"),
                ),
                Example(
                    says="Where an assessment had found somebody to be 18 or over, and it rules out the age that "
                    "stands with the charge, they are no child by that age. One that was made after the charge, that "
                    "left the age disputed, or by which they were 17 at the act, sets nothing aside.",
                    given="""
                        a: on 2023-02-01 age assessed kent/1, force kent, person kent/1, outcome 18 or over, \
assessed by Ash, basis passport; known from 2023-02-01
                        b: on 2023-03-02 charge H1, force kent, person kent/1, offence MD71130, age 17; \
known from 2023-03-02
                        c: on 2023-02-01 age assessed kent/2, force kent, person kent/2, outcome disputed, \
assessed by Ash, basis two papers; known from 2023-02-01
                        d: on 2023-03-02 charge H2, force kent, person kent/2, offence MD71130, age 17; \
known from 2023-03-02
                        e: on 2023-02-01 age assessed kent/3, force kent, person kent/3, outcome 18 or over, \
assessed by Ash, basis passport; known from 2023-03-03
                        f: on 2023-03-02 charge H3, force kent, person kent/3, offence MD71130, age 17; \
known from 2023-03-02
                        g: on 2023-02-20 age assessed kent/4, force kent, person kent/4, outcome 18 or over, \
born 2004-02-10, assessed by Ash, basis passport; known from 2023-02-20
                        h: on 2023-03-02 charge H4, force kent, person kent/4, offence MD71130, age 17, \
act on 2022-03-01; known from 2023-03-02
                        i: on 2023-02-20 age assessed kent/5, force kent, person kent/5, outcome 18 or over, \
born 2004-04-10, assessed by Ash, basis passport; known from 2023-02-20
                        j: on 2023-03-02 charge H5, force kent, person kent/5, offence MD71130, age 17, \
act on 2022-03-01; known from 2023-03-02
                    """,
                    value=3,
                    stands_on=("d", "f", "j"),
                ),
            ),
        ),
    ),
)
