"""People referred to specialist support or a statutory partner."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SAFEGUARDING_REFERRALS = Figure(
    name="safeguarding_referrals",
    title="People referred for safeguarding",
    unit="people",
    measure="count",
    group="Safeguarding",
    rank=4,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "note"),
    parts=(
        Part(title="children", where={"age_group": "child"}),
        Part(title="adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People referred in the period to specialist support or a statutory partner; each "
            "person counts once however many partners they were referred to. Referrals to the National "
            "Referral Mechanism are a figure of their own. `note` is the partner.",
            authority="Home Office, county lines programme data, edition of 15 March 2024: individuals "
            "referred, to specialist support or statutory partners. Releases too count referrals in people.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, partner as note
                from safeguarding_referral
            """,
            examples=(
                Example(
                    says="Two referrals of one person count once, and a referral to the National Referral "
                    "Mechanism is not one of them.",
                    given="""
                        a: on 2023-03-01 safeguarding referral R1, force kent, person kent/1, partner Catch22
                        b: on 2023-03-02 safeguarding referral R2, force kent, person kent/1, partner council
                        c: on 2023-03-02 safeguarding referral R3, force kent, person kent/2
                        d: on 2023-03-02 nrm referral N1, force kent, person kent/3, age 15
                        e: on 2023-02-26 safeguarding referral R4, force kent, person kent/4, age 15
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="By partner, the person counts with each; a referral whose partner is not "
                    "recorded is with none.",
                    given="""
                        a: on 2023-03-01 safeguarding referral R1, force kent, person kent/1, partner Catch22
                        b: on 2023-03-02 safeguarding referral R2, force kent, person kent/1, partner council
                        c: on 2023-03-02 safeguarding referral R3, force kent, person kent/2
                    """,
                    where={"note": "Catch22"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
