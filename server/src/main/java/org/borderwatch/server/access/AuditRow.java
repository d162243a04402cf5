package org.borderwatch.server.access;

import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit.
 *
 * @param account who asked; null when nobody known did
 * @param role what for, at that time
 * @param route the route's pattern
 * @param filter the query parameters that the route knows
 * @param rows how many were read or changed, where that was counted
 */
record AuditRow(
    @Nullable String account,
    @Nullable String role,
    CredentialKind credential,
    String address,
    String method,
    String path,
    String route,
    Map<String, String> filter,
    int status,
    OptionalLong rows,
    int ms) {}
