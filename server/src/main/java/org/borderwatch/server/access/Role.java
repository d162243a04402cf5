package org.borderwatch.server.access;

import static org.borderwatch.server.http.Permission.ADD_DETECTION;
import static org.borderwatch.server.http.Permission.APPROVE_PLANS;
import static org.borderwatch.server.http.Permission.CHANGE_DETECTION;
import static org.borderwatch.server.http.Permission.EXPORT;
import static org.borderwatch.server.http.Permission.EXPORT_RESULTS;
import static org.borderwatch.server.http.Permission.IMPORT;
import static org.borderwatch.server.http.Permission.IMPORT_NETWORK;
import static org.borderwatch.server.http.Permission.ISSUE_REPORTS;
import static org.borderwatch.server.http.Permission.MANAGE_ACCOUNTS;
import static org.borderwatch.server.http.Permission.MANAGE_DEMO;
import static org.borderwatch.server.http.Permission.MANAGE_INDICATORS;
import static org.borderwatch.server.http.Permission.NOBODY;
import static org.borderwatch.server.http.Permission.READ_DETECTIONS;
import static org.borderwatch.server.http.Permission.READ_HEAT;
import static org.borderwatch.server.http.Permission.READ_LAYERS;
import static org.borderwatch.server.http.Permission.READ_METRICS;
import static org.borderwatch.server.http.Permission.READ_OUTCOMES;
import static org.borderwatch.server.http.Permission.READ_PLANS;
import static org.borderwatch.server.http.Permission.READ_ROUTES;
import static org.borderwatch.server.http.Permission.RUN_ANALYSES;
import static org.borderwatch.server.http.Permission.SIGNED_IN;
import static org.borderwatch.server.http.Permission.WRITE_OUTCOMES;
import static org.borderwatch.server.http.Permission.WRITE_PLANS;
import static org.borderwatch.server.http.Permission.WRITE_ROUTES;

import java.util.EnumSet;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.Permission;

/** What an account is for, and so what it may do. */
public enum Role implements Word {
  /** A handheld or a sensor, with a token: adds, reads nothing. */
  DEVICE(ADD_DETECTION),
  /** A station officer: records, corrects and deletes for the own unit and those below. */
  RECORDER(
      READ_LAYERS,
      READ_HEAT,
      READ_DETECTIONS,
      ADD_DETECTION,
      CHANGE_DETECTION,
      Permission.IMPORT,
      READ_ROUTES,
      READ_OUTCOMES,
      WRITE_OUTCOMES),
  PLANNER(
      READ_LAYERS,
      READ_HEAT,
      READ_DETECTIONS,
      RUN_ANALYSES,
      READ_ROUTES,
      EXPORT_RESULTS,
      READ_PLANS,
      READ_OUTCOMES,
      ISSUE_REPORTS),
  COMMANDER(
      READ_LAYERS,
      READ_HEAT,
      READ_DETECTIONS,
      RUN_ANALYSES,
      READ_ROUTES,
      EXPORT_RESULTS,
      READ_PLANS,
      WRITE_PLANS,
      APPROVE_PLANS,
      READ_OUTCOMES,
      ISSUE_REPORTS),
  ANALYST(
      READ_LAYERS,
      READ_HEAT,
      READ_DETECTIONS,
      IMPORT_NETWORK,
      RUN_ANALYSES,
      READ_ROUTES,
      WRITE_ROUTES,
      EXPORT_RESULTS,
      EXPORT,
      READ_PLANS,
      READ_OUTCOMES),
  ADMIN(
      READ_LAYERS,
      READ_HEAT,
      READ_DETECTIONS,
      ADD_DETECTION,
      CHANGE_DETECTION,
      IMPORT,
      IMPORT_NETWORK,
      RUN_ANALYSES,
      EXPORT_RESULTS,
      EXPORT,
      READ_ROUTES,
      WRITE_ROUTES,
      READ_PLANS,
      READ_OUTCOMES,
      WRITE_OUTCOMES,
      ISSUE_REPORTS,
      MANAGE_INDICATORS,
      MANAGE_ACCOUNTS,
      MANAGE_DEMO,
      READ_METRICS);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = EnumSet.of(NOBODY, SIGNED_IN);
    this.permissions.addAll(Set.of(permissions));
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public Set<Permission> permissions() {
    return EnumSet.copyOf(permissions);
  }

  /**
   * Whether what it reads and changes of detections is only that of the own unit and those below.
   */
  public boolean ownUnitOnly() {
    return this == RECORDER || this == DEVICE;
  }
}
