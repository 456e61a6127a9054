"""Every rule there is, in the order of the codes."""

from __future__ import annotations

from omi_report.checks import suppress
from omi_report.checks.figures import (
    answers_past_whole,
    base_over_sample,
    contradicting_neighbour,
    implied_base,
    literal_of_figure,
    miscalculated,
    over_base,
    part_and_whole,
    published_percentage,
    published_score,
    score_in_text,
    small_base,
    two_values,
    unbacked_literal,
    uncomputed,
    undefined,
    unused,
    unwritable,
    words_against_figures,
    wrong_complement,
    wrong_difference,
    wrong_total,
)
from omi_report.checks.house_style import (
    american_spelling,
    double_space,
    doubled_word,
    large_number,
    letter_list,
    long_sentence,
    mixed_quotes,
    no_full_stop,
    not_in_format,
    outdated_term,
    per_cent,
    sentence_start,
    small_number,
)
from omi_report.checks.judgement import (
    answers_nothing,
    contradiction,
    departure,
    no_findings,
    strong_improvement,
    too_favourable,
    too_severe,
    unanswered,
    unjudged,
    unlikely_story,
    weak_strength,
)
from omi_report.checks.people import (
    cro_number,
    date_of_birth,
    e_mail,
    national_insurance,
    nhs_number,
    pnc_id,
    postcode,
    prison_number,
    recognisable,
    small_group,
    telephone,
    undeclared_name,
    unused_pseudonym,
)
from omi_report.checks.publication import blank, dates, empty_part, final, isbn, nobody_named, open_warnings
from omi_report.checks.references import (
    abbreviation_order,
    abbreviation_slip,
    abbreviation_twice,
    abbreviation_unlisted,
    abbreviation_unused,
    duplicate_id,
    expanded_again,
    literal_finding,
    literal_number,
    two_expansions,
    unknown_name,
    unknown_question,
    unknown_role,
    unknown_target,
    wrong_title,
)
from omi_report.checks.subject import CheckedRule, subject_of
from omi_report.evidence import rules as evidence_rules
from omi_report.model import rules as shape_rules
from omi_report.model.area import Area
from omi_report.problems import Problem, Rule
from omi_report.source import rules as reading_rules

CHECKS: tuple[CheckedRule, ...] = tuple(
    CheckedRule(module.RULE, module.check)
    for module in (
        undefined,
        unused,
        unwritable,
        uncomputed,
        unbacked_literal,
        literal_of_figure,
        miscalculated,
        contradicting_neighbour,
        over_base,
        published_percentage,
        published_score,
        base_over_sample,
        part_and_whole,
        answers_past_whole,
        wrong_complement,
        small_base,
        implied_base,
        wrong_total,
        two_values,
        words_against_figures,
        score_in_text,
        wrong_difference,
        unknown_target,
        unknown_role,
        unknown_question,
        unknown_name,
        duplicate_id,
        literal_number,
        literal_finding,
        wrong_title,
        abbreviation_unlisted,
        abbreviation_unused,
        abbreviation_twice,
        abbreviation_order,
        two_expansions,
        expanded_again,
        abbreviation_slip,
        departure,
        unanswered,
        answers_nothing,
        weak_strength,
        strong_improvement,
        too_favourable,
        too_severe,
        no_findings,
        unlikely_story,
        contradiction,
        unjudged,
        not_in_format,
        american_spelling,
        per_cent,
        small_number,
        large_number,
        sentence_start,
        doubled_word,
        double_space,
        long_sentence,
        mixed_quotes,
        no_full_stop,
        letter_list,
        outdated_term,
        prison_number,
        pnc_id,
        cro_number,
        nhs_number,
        national_insurance,
        date_of_birth,
        postcode,
        e_mail,
        telephone,
        undeclared_name,
        unused_pseudonym,
        recognisable,
        small_group,
        blank,
        isbn,
        dates,
        final,
        nobody_named,
        empty_part,
    )
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *reading_rules.RULES,
            *evidence_rules.RULES,
            *shape_rules.RULES,
            *(checked.rule for checked in CHECKS),
            open_warnings.RULE,
            *suppress.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""All rules: those of reading, evidence and shape are found on the way, the others by their checks."""


def check_area(area: Area) -> list[Problem]:
    """Run every check over an area and return all that they find, unsorted."""
    subject = subject_of(area)
    return [problem for checked in CHECKS for problem in checked.check(subject)]
