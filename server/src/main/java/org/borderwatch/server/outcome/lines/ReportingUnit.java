package org.borderwatch.server.outcome.lines;

import java.util.Optional;

/** A unit and the one above it. */
public record ReportingUnit(
    String code,
    String nameVi,
    String nameEn,
    Optional<String> parent,
    boolean station,
    boolean synthetic) {}
