"""How long it took from meeting a child to the first help."""

from clewline.figures.figure import Definition, Example, Figure, Part

_WORK = "entry_id, case_id, person, day, force, team, line, operation"

TIME_TO_FIRST_HELP = Figure(
    name="time_to_first_help",
    title="Children met, by time to the first help",
    unit="people",
    measure="count",
    group="Protection",
    rank=7,
    dimensions=("force", "team", "line", "operation", "sex", "days"),
    parts=(
        Part(title="on the same day", where={"days": "same day"}),
        Part(title="in 1 to 7 days", where={"days": "1 to 7 days"}),
        Part(title="in 8 to 28 days", where={"days": "8 to 28 days"}),
        Part(title="after more than 28 days", where={"days": "over 28 days"}),
        Part(title="no help recorded", where={"days": "no help recorded"}),
    ),
    definitions=(
        Definition(
            version="first help 1",
            sentence="Children first met in the period, each once, as their force records them, by the days "
            "from that meeting to the first help on or after it. The meeting is the first entry of a case that "
            "the person was arrested, identified as vulnerable, engaged for safeguarding or referred by a "
            "professional, and they were under 18 then. Help is support that was received, something that a "
            "partner did for them, or a place on a programme that they took up. A need met in custody, an offer "
            "and a referral are not yet help. The days are in bands; where no help is recorded, that is a band "
            "too. Each row's amount is the days, and nought where there is no help.",
            authority="Clewline: no published definition was found.",
            select=f"""
                with meetings as (
                    select {_WORK}, age, sex from arrest
                    union all
                    select {_WORK}, age, sex from vulnerability_identified
                    union all
                    select {_WORK}, age, sex from safeguarding_engaged
                    union all
                    select {_WORK}, age, sex from referral_received
                ),
                meetings_in_order as (
                    select {_WORK}, age, sex,
                           row_number() over (partition by case_id, person order by day, entry_id) as place
                    from meetings
                ),
                met as (
                    select {_WORK}, sex from meetings_in_order where place = 1 and age < 18
                ),
                help as (
                    select entry_id, case_id, person, day from safeguarding_supported
                    union all
                    select entry_id, case_id, person, day from referral_done
                    union all
                    select entry_id, case_id, person, day from programme_offered where accepted
                ),
                help_in_order as (
                    select met.entry_id as meeting, help.entry_id, help.day,
                           row_number() over (partition by met.entry_id order by help.day, help.entry_id) as place
                    from met
                    join help
                      on help.case_id = met.case_id
                     and help.person = met.person
                     and help.day >= met.day
                ),
                waited as (
                    select met.entry_id, met.person, met.day, met.force, met.team, met.line, met.operation,
                           met.sex, help_in_order.entry_id as supporting,
                           date_diff('day', met.day, help_in_order.day) as waiting
                    from met
                    left join help_in_order
                      on help_in_order.meeting = met.entry_id
                     and help_in_order.place = 1
                )
                select entry_id, person as unit, day, coalesce(waiting, 0) as amount,
                       force, team, line, operation, sex,
                       case when waiting is null then 'no help recorded'
                            when waiting = 0 then 'same day'
                            when waiting <= 7 then '1 to 7 days'
                            when waiting <= 28 then '8 to 28 days'
                            else 'over 28 days' end as days,
                       supporting as supporting
                from waited
            """,
            examples=(
                Example(
                    says="Three children met: one helped on the third day, one only offered something and seen "
                    "by a doctor, one met before the week. The adult is not counted.",
                    given="""
                        a: on 2023-02-28 arrest C1, force kent, person kent/1, age 15
                        b: on 2023-03-01 safeguarding engaged G1, force kent, person kent/1, age 15
                        c: on 2023-03-03 safeguarding supported T1, force kent, person kent/1, age 15
                        d: on 2023-03-20 safeguarding supported T2, force kent, person kent/1, age 15
                        e: on 2023-03-01 vulnerability identified V1, force kent, person kent/2, age 16
                        f: on 2023-03-01 need seen to N1, force kent, person kent/2, age 16, need medical
                        g: on 2023-03-02 programme offered P1, force kent, person kent/2, programme Boxing, \
offered by Ash, accepted no
                        h: on 2023-02-20 safeguarding engaged G2, force kent, person kent/3, age 14
                        i: on 2023-03-01 arrest C2, force kent, person kent/3, age 14
                        j: on 2023-03-01 arrest C3, force kent, person kent/4, age 30
                    """,
                    value=2,
                    stands_on=("a", "c", "e"),
                ),
                Example(
                    says="Within a week: the third day.",
                    given="""
                        a: on 2023-02-28 arrest C1, force kent, person kent/1, age 15
                        b: on 2023-03-03 safeguarding supported T1, force kent, person kent/1, age 15
                        c: on 2023-02-28 arrest C2, force kent, person kent/2, age 15
                        d: on 2023-03-08 referral done F1, force kent, person kent/2, referral r, \
partner council, what a key worker, done by Rowe
                        e: on 2023-02-28 arrest C3, force kent, person kent/3, age 15
                        f: on 2023-02-28 programme offered P1, force kent, person kent/3, programme Boxing, \
offered by Ash, accepted yes
                    """,
                    where={"days": "1 to 7 days"},
                    value=1,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="Eight days are over a week, and help before the meeting is not its help.",
                    given="""
                        a: on 2023-02-28 arrest C1, force kent, person kent/1, age 15
                        b: on 2023-03-08 safeguarding supported T1, force kent, person kent/1, age 15
                        c: on 2023-02-28 arrest C2, force kent, person kent/2, age 15
                        d: on 2023-02-27 safeguarding supported T2, force kent, person kent/2, age 15
                        e: on 2023-02-28 arrest C3, force kent, person kent/3, age 15
                        f: on 2023-03-29 safeguarding supported T3, force kent, person kent/3, age 15
                    """,
                    where={"days": "8 to 28 days+no help recorded"},
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
            ),
        ),
    ),
)
