"""Signs that a person may be exploited, as somebody observed and recorded them."""

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

INDICATORS_OBSERVED = Figure(
    name="indicators_observed",
    title="Indicators observed",
    unit="observations",
    measure="count",
    group="Protection",
    rank=1,
    dimensions=("force", "team", "line", "operation", "age_group", "sex", "indicator"),
    parts=(
        Part(title="of children", where={"age_group": "child"}),
        Part(title="of adults", where={"age_group": "adult"}),
    ),
    definitions=(
        Definition(
            version="observations 1",
            sentence="Indicators of exploitation that somebody observed in the period, each observation once "
            "by its reference. `indicator` is its name in the guide of indicators. An observation is what one "
            "person noticed; it is no finding, and no count of them says how likely anything is.",
            authority="Clewline, from the names of its guide of indicators.",
            select=f"""
                select entry_id, subject as unit, day, 1 as amount,
                       force, team, line, operation, {AGE_GROUP}, sex, indicator
                from indicator_observed
            """,
            examples=(
                Example(
                    says="Two indicators of one child are two observations; one that two forces report is one.",
                    given="""
                        a: on 2023-03-01 indicator observed I1, force kent, person kent/1, age 15, \
indicator found_far_from_home, observed by Ash, basis seen at the stop
                        b: on 2023-03-01 indicator observed I2, force kent, person kent/1, age 15, \
indicator several_phones, observed by Ash, basis seen at the stop
                        c: on 2023-03-01 indicator observed I1, force essex, person essex/7, age 15, \
indicator found_far_from_home, observed by Ash, basis told by Kent
                        d: on 2023-03-06 indicator observed I3, force kent, person kent/2, \
indicator several_phones, observed by Ash, basis told by the school
                    """,
                    value=2,
                    stands_on=("a", "b", "c"),
                ),
                Example(
                    says="One indicator by its name; what is withdrawn was not observed.",
                    given="""
                        a: on 2023-03-01 indicator observed I1, force kent, person kent/1, \
indicator several_phones, observed by Ash, basis seen at the stop
                        b: on 2023-03-01 indicator observed I2, force kent, person kent/2, \
indicator several_phones, observed by Ash, basis told by the school
                        c: on 2023-03-01 indicator observed I3, force kent, person kent/2, \
indicator found_far_from_home, observed by Ash, basis told by the school
                        d: on 2023-03-02 correction I2, withdraws b
                    """,
                    where={"indicator": "several_phones"},
                    value=1,
                    stands_on=("a",),
                ),
            ),
        ),
    ),
)
