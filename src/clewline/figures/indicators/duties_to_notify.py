"""Adults reported under the duty to notify."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure

DUTIES_TO_NOTIFY = Figure(
    name="duties_to_notify",
    title="People reported under the duty to notify",
    unit="people",
    measure="count",
    group="Safeguarding",
    dimensions=("force", "team", "line", "operation", "age_group", "sex"),
    definitions=(
        Definition(
            version="people 1",
            sentence="People about whom a duty-to-notify report was made in the period, because they did "
            "not consent to a referral; each person counts once, as their force records them. Referrals to "
            "the National Referral Mechanism are a figure of their own.",
            authority="The report is the Modern Slavery Act 2015's, section 52; counting it in people is "
            "Clewline's, so that it can be set beside the other kinds.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex
                from duty_to_notify
            """,
            examples=(
                Example(
                    says="Two reports about one person count once; a referral with consent is not among "
                    "them.",
                    given="""
                        a: on 2023-03-01 duty to notify D1, force kent, person kent/1, age 34
                        b: on 2023-03-02 duty to notify D2, force kent, person kent/1, age 34
                        c: on 2023-03-02 duty to notify D3, force kent, person kent/2
                        d: on 2023-03-02 nrm referral N1, force kent, person kent/3, age 34
                        e: on 2023-02-26 duty to notify D4, force kent, person kent/4, age 34
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="The person consented after all: the report is withdrawn.",
                    given="""
                        a: on 2023-03-01 duty to notify D1, force kent, person kent/1, age 34
                        b: on 2023-03-01 duty to notify D2, force kent, person kent/2, age 41
                        c: on 2023-03-07 correction D2, withdraws b
                    """,
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
