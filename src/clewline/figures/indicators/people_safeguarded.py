"""People helped: by referral, strategy meeting, safety plan or investigation.

The union of the four kinds stands here once; children and adults safeguarded are narrowed from it.
"""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

_COLUMNS = "entry_id, person, day, force, team, line, operation, age, sex"

HELPED = f"""
                    select {_COLUMNS}, 'referral' as note from safeguarding_referral
                    union all
                    select {_COLUMNS}, 'strategy meeting' as note from strategy_meeting
                    union all
                    select {_COLUMNS}, 'safety plan' as note from safety_plan
                    union all
                    select {_COLUMNS}, 'investigation' as note from safeguarding_enquiry
"""
"""SQL for every entry that says a person was helped; `note` says which kind of help."""

PEOPLE_SAFEGUARDED = Figure(
    name="people_safeguarded",
    title="People safeguarded",
    unit="people",
    measure="count",
    group="Safeguarding",
    rank=1,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="children", where={"age_group": "child"}),
        Part(title="adults", where={"age_group": "adult"}),
        Part(title="women and girls", where={"sex": "female"}),
        Part(title="men and boys", where={"sex": "male"}),
        Part(title="by referral", where={"note": "referral"}),
        Part(title="by strategy meeting", where={"note": "strategy meeting"}),
        Part(title="by safety plan", where={"note": "safety plan"}),
        Part(title="by investigation", where={"note": "investigation"}),
    ),
    definitions=(
        Definition(
            version="helped 1",
            sentence="People helped in the period by a referral, a strategy meeting, a safety plan or a "
            "safeguarding investigation; each person counts once, as their force records them. People who "
            "were only engaged, identified, visited, or offered or given support are in figures of their "
            "own, and so are referrals to the National Referral Mechanism.",
            authority="NPCC release on the week of 23 to 29 June 2025: support by referral, strategy "
            "meeting, safety plan or investigation.",
            select=f"""
                with helped as ({HELPED})
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, note
                from helped
            """,
            examples=(
                Example(
                    says="One child helped in two ways is one person; an offer of support and an "
                    "engagement are not yet help.",
                    given="""
                    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 15
                    b: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    c: on 2023-03-02 safety plan P1, force kent, person kent/2
                    d: on 2023-03-02 safeguarding enquiry E1, force kent, person kent/3, age 41
                    e: on 2023-03-02 safeguarding offered O1, force kent, person kent/4, age 16
                    f: on 2023-03-02 safeguarding engaged G1, force kent, person kent/5, age 16
                    g: on 2023-03-06 safety plan P2, force kent, person kent/6, age 16
                    """,
                    value=3,
                    stands_on=("a", "b", "c", "d"),
                ),
                Example(
                    says="Two forces that met one person hold two person records; until a judgement links "
                    "them, they count as two.",
                    given="""
                    a: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    b: on 2023-03-01 strategy meeting S1, force metropolitan, person metropolitan/9, age 15
                    """,
                    value=2,
                    stands_on=("a", "b"),
                ),
                Example(
                    says="Parts by kind of help overlap: the child counts in the referrals too.",
                    given="""
                    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, age 15
                    b: on 2023-03-01 strategy meeting S1, force kent, person kent/1, age 15
                    c: on 2023-03-01 strategy meeting S2, force kent, person kent/2, age 15
                    """,
                    where={"note": "referral"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
        Definition(
            version="referral only 1",
            sentence="People referred for safeguarding in the period, to specialist support or a statutory "
            "partner; each person counts once, as their force records them.",
            authority="Home Office, county lines programme data, edition of 15 March 2024: individuals "
            "referred for safeguarding. The programme counts only what would not have happened without its "
            "money; that is a judgement which the record does not hold.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, 'referral' as note
                from safeguarding_referral
            """,
            examples=(
                Example(
                    says="A person referred to two partners counts once; a strategy meeting alone does not "
                    "count.",
                    given="""
                    a: on 2023-02-28 safeguarding referral R1, force kent, person kent/1, partner Catch22
                    b: on 2023-03-01 safeguarding referral R2, force kent, person kent/1, partner council
                    c: on 2023-03-01 strategy meeting S1, force kent, person kent/2, age 15
                    d: on 2023-03-01 safeguarding referral R3, force kent, person kent/3, age 22
                    """,
                    value=2,
                    stands_on=("a", "b", "d"),
                ),
            ),
        ),
    ),
)
