"""What befell each person in a period, as the comparison of paths reads it: one row for each event.

It is no published figure and stands in no list of them: it carries what is protected of a person, their sex, date of
birth and self-defined ethnicity, which are read to compare groups and for nothing else.
"""

from clewline.figures.figure import Definition, Example, Figure

_COLUMNS = "entry_id, person, day, force, age, sex"

PATHS = Figure(
    name="paths",
    title="What befell people",
    unit="people",
    measure="count",
    group="Fairness",
    dimensions=("force", "event", "age", "sex", "born", "ethnicity"),
    definitions=(
        Definition(
            version="events 1",
            sentence="People arrested, charged, released from custody without a charge, referred to a partner, "
            "considered under section 45, referred to the National Referral Mechanism, given an appropriate adult "
            "or helped in the period. Each row has the age and sex recorded with the event, and the date of birth, "
            "sex and self-defined ethnicity last recorded of the person.",
            authority="Clewline.",
            select=f"""
                with events as (
                    select {_COLUMNS}, 'arrested' as event from arrest
                    union all
                    select {_COLUMNS}, 'charged' as event from charge
                    union all
                    select {_COLUMNS}, 'released' as event from "release"
                    union all
                    select {_COLUMNS}, 'referred' as event from safeguarding_referral
                    union all
                    select {_COLUMNS}, 'considered' as event from section_45_considered
                    union all
                    select {_COLUMNS}, 'nrm' as event from nrm_referral
                    union all
                    select {_COLUMNS}, 'adult' as event from need_seen_to where need = 'appropriate adult'
                    union all
                    select {_COLUMNS}, 'helped' as event from safeguarding_supported
                    union all
                    select {_COLUMNS}, 'helped' as event from referral_done
                    union all
                    select {_COLUMNS}, 'helped' as event from programme_offered where accepted
                ),
                in_order as (
                    select subject, born, sex, ethnicity,
                           row_number() over (
                               partition by subject order by day desc, recorded_at desc, entry_id desc
                           ) as place
                    from person
                ),
                last_recorded as (select subject, born, sex, ethnicity from in_order where place = 1)
                select events.entry_id, events.person as unit, events.day, 1 as amount,
                       events.force, events.event, cast(events.age as varchar) as age,
                       coalesce(events.sex, last_recorded.sex) as sex,
                       cast(last_recorded.born as varchar) as born, last_recorded.ethnicity
                from events
                left join last_recorded on last_recorded.subject = events.person
            """,
            examples=(
                Example(
                    says="Two people, one arrested and charged. The ethnicity that was recorded last counts.",
                    given="""
                        a: on 2023-03-01 arrest C1, force kent, person kent/1, age 15
                        b: on 2023-03-02 charge H1, force kent, person kent/1, offence MD71130, age 15
                        c: on 2023-03-01 need seen to N1, force kent, person kent/2, need appropriate adult
                        d: on 2023-03-01 need seen to N2, force kent, person kent/3, need medical
                        e: on 2023-02-01 person kent/1, force kent, number 1, ethnicity NS
                        f: on 2023-02-09 person kent/1, force kent, number 1, ethnicity B1
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
