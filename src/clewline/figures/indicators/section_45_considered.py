"""People of whom a named person considered section 45 of the Modern Slavery Act 2015."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

SECTION_45_CONSIDERED = Figure(
    name="section_45_considered",
    title="People considered under section 45",
    unit="people",
    measure="count",
    group="Protection",
    rank=3,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "outcome", "test"),
    parts=(
        Part(title="the defence may apply", where={"outcome": "the defence may apply"}),
        Part(title="the defence does not apply", where={"outcome": "the defence does not apply"}),
        Part(title="not settled", where={"outcome": "not settled"}),
        Part(title="by the child's test", where={"test": "child"}),
        Part(title="by the adult's test", where={"test": "adult"}),
    ),
    definitions=(
        Definition(
            version="people 1",
            sentence="People of whom a named person considered in the period whether section 45 of the Modern "
            "Slavery Act 2015 protects them, each once, as their force records them. Somebody considered twice "
            "with two outcomes counts in both parts. The age group is that of the day of the consideration; "
            "`test` says whether the person was considered as a child at the act.",
            authority="Modern Slavery Act 2015, section 45 (legislation.gov.uk/ukpga/2015/30/section/45); the "
            "counting is Clewline's.",
            select=f"""
                select entry_id, person as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, outcome, test
                from section_45_considered
            """,
            examples=(
                Example(
                    says="One person considered for two offences is one person.",
                    given="""
                        a: on 2023-02-28 section 45 considered D1, force kent, person kent/1, age 16, \
considered by Ash, test child, outcome not settled, reason more is asked, offence MD71130
                        b: on 2023-03-02 section 45 considered D2, force kent, person kent/1, age 16, \
considered by Ash, test child, outcome the defence may apply, reason sent by others, offence MD71532
                        c: on 2023-03-02 section 45 considered D3, force kent, person kent/2, age 31, \
considered by Ash, test adult, outcome the defence does not apply, reason no compulsion found
                        d: on 2023-03-06 section 45 considered D4, force kent, person kent/3, age 16, \
considered by Ash, test child, outcome not settled, reason more is asked
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="By the outcome. Who was a child at the act and is an adult now is in the adults, by "
                    "the child's test.",
                    given="""
                        a: on 2023-03-01 section 45 considered D1, force kent, person kent/1, age 18, \
considered by Ash, test child, age at act 17, outcome the defence may apply, reason sent by others
                        b: on 2023-03-02 section 45 considered D2, force kent, person kent/2, age 31, \
considered by Ash, test adult, outcome the defence does not apply, reason no compulsion found
                    """,
                    where={"outcome": "the defence may apply", "age_group": "adult"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
