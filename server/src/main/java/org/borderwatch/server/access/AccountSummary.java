package org.borderwatch.server.access;

import java.time.Instant;

/**
 * An account as a list shows it.
 *
 * @param hasPassword false for a device, which comes in with tokens only
 */
public record AccountSummary(
    String name,
    Role role,
    String unit,
    boolean hasPassword,
    boolean mustChange,
    boolean disabled,
    Instant createdAt,
    String createdBy) {}
