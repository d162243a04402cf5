package org.borderwatch.server.outcome;

import java.util.Optional;
import org.borderwatch.server.report.CountKind;

/**
 * Something that is counted.
 *
 * @param code stable, in small letters
 * @param section of the report that it stands in
 * @param position among all, rising
 * @param nameVi its line in the report
 * @param nameEn the same in English
 * @param unitVi what is counted: {@code vụ}
 * @param unitEn the same in English: {@code cases}
 * @param kind how two counts may be compared
 * @param partOf code of a whole that it may not exceed
 * @param disjoint whether nothing is counted in two such parts, so that they don't exceed it
 *     together either
 * @param retired whether it is no longer asked for
 * @param version of this definition, from 1
 */
public record Indicator(
    String code,
    OutcomeSection section,
    int position,
    String nameVi,
    String nameEn,
    String unitVi,
    String unitEn,
    CountKind kind,
    Optional<String> partOf,
    boolean disjoint,
    boolean retired,
    int version) {}
