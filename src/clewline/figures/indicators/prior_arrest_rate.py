"""Of the people charged with drug trafficking, the share arrested for violence before."""

from datetime import date
from decimal import Decimal

from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure

PRIOR_ARREST_RATE = Figure(
    name="prior_arrest_rate",
    title="People charged with drug trafficking who were arrested for violence before",
    unit="percent",
    measure="rate",
    usual="financial year",
    base="people charged with drug trafficking",
    group="Rates",
    dimensions=("force", "team", "line", "operation", "drug_class", "age_group", "sex"),
    definitions=(
        Definition(
            version="violence 1",
            sentence="Of the people charged with drug trafficking in the period, each once, the share "
            "whose record shows an arrest for violence on a day before such a charge. The arrest that led "
            "to the charge is not an earlier one. It describes the people charged in a period, and says "
            "nothing of any one of them.",
            authority="Clewline: the Metropolitan Police's release on the week of 27 February 2023 has 80% "
            "of those charged with drug trafficking in the financial year, and does not say what counts as "
            "violence; here it is the group `violence` of the reference list.",
            # Where no custody reference is recorded, words that differ stand in: an unknown arrest is never
            # the same as another. A plain comparison matters too: with `coalesce(... <> ..., true)` in this
            # left join DuckDB 1.5.5 leaves its hash join for a nested loop (434 s instead of 0.8 s for 2
            # million charges).
            select=f"""
                with trafficking as (
                    select charge.entry_id, charge.person, charge.day,
                           coalesce(charge.arrest, 'charge names none') as custody,
                           charge.force, charge.team, charge.line, charge.operation,
                           offence_list.drug_class, {AGE_GROUP}, sex
                    from charge
                    join offence_list
                      on offence_list.code = charge.offence
                     and offence_list.offence_group = 'drug trafficking'
                ),
                arrested_for_violence as (
                    select prior_arrest.entry_id, prior_arrest.person, prior_arrest.day,
                           coalesce(prior_arrest.arrest, 'record names none') as custody
                    from prior_arrest
                    join offence_list
                      on offence_list.code = prior_arrest.offence
                     and offence_list.offence_group = 'violence'
                )
                select trafficking.entry_id, trafficking.person as unit, trafficking.day,
                       case when earlier.entry_id is not null then 1 else 0 end as amount,
                       trafficking.force, trafficking.team, trafficking.line, trafficking.operation,
                       trafficking.drug_class, trafficking.age_group, trafficking.sex,
                       earlier.entry_id as supporting
                from trafficking
                left join arrested_for_violence as earlier
                  on earlier.person = trafficking.person
                 and earlier.day < trafficking.day
                 and earlier.custody <> trafficking.custody
            """,
            examples=(
                Example(
                    says="Two people charged with trafficking, one of them twice: half were arrested for "
                    "violence before. A theft does not count, nor violence after the charge; who was "
                    "charged with something else is not in the base.",
                    given="""
                        a: on 2023-03-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2023-03-01 charge H2, force kent, person kent/901, offence MD71532
                        c: on 2023-03-01 charge H3, force kent, person kent/902, offence MD71130
                        d: on 2023-03-01 charge H4, force kent, person kent/903, offence PC53001
                        e: on 2019-05-11 prior arrest Q1, force kent, person kent/901, offence OF61131
                        f: on 2018-05-11 prior arrest Q2, force kent, person kent/902, offence TH68010
                        g: on 2023-03-04 prior arrest Q3, force kent, person kent/902, offence OF61131
                        h: on 2019-05-11 prior arrest Q4, force kent, person kent/903, offence OF61131
                    """,
                    value=Decimal("50"),
                    stands_on=("a", "b", "c", "e"),
                ),
                Example(
                    says="The arrest that led to the charge is not an earlier arrest; one without a "
                    "custody reference, on an earlier day, is.",
                    given="""
                        a: on 2023-03-02 charge H1, force kent, person kent/901, offence MD71130, arrest C1
                        b: on 2023-03-02 charge H2, force kent, person kent/902, offence MD71130, arrest C2
                        c: on 2023-03-01 prior arrest Q1, force kent, person kent/901, offence OF61131, \
arrest C1
                        d: on 2022-03-01 prior arrest Q2, force kent, person kent/902, offence OF61131
                    """,
                    value=Decimal("50"),
                    stands_on=("a", "b", "d"),
                ),
                Example(
                    says="Four charged in the financial year, one of them with an earlier arrest; "
                    "another's earlier arrest was somebody else's, and is withdrawn.",
                    period=(date(2022, 4, 1), date(2023, 3, 31)),
                    given="""
                        a: on 2022-04-01 charge H1, force kent, person kent/901, offence MD71130
                        b: on 2022-09-01 charge H2, force kent, person kent/902, offence MD71130
                        c: on 2023-03-01 charge H3, force kent, person kent/903, offence MD71442
                        d: on 2023-03-31 charge H4, force kent, person kent/904, offence MD71532
                        e: on 2022-03-31 charge H5, force kent, person kent/905, offence MD71130
                        f: on 2016-01-02 prior arrest Q1, force kent, person kent/904, offence OF61131
                        g: on 2016-01-02 prior arrest Q2, force kent, person kent/902, offence OF61131
                        h: on 2016-01-02 prior arrest Q3, force kent, person kent/905, offence OF61131
                        i: on 2023-04-02 correction Q2, withdraws g
                    """,
                    value=Decimal("25"),
                    stands_on=("a", "b", "c", "d", "f"),
                ),
            ),
        ),
    ),
)
