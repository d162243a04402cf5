package org.borderwatch.server.http;

import io.javalin.security.RouteRole;
import org.borderwatch.data.Word;

/** What a route may need. The roles of the access package say who has it. */
public enum Permission implements RouteRole, Word {
  /** Nothing: the sign-in page, its assets, health. */
  NOBODY,
  /** Any account: what the API is. */
  SIGNED_IN,
  /** Border, gates, stations, places. */
  READ_LAYERS,
  /** Heat, legends, summaries. */
  READ_HEAT,
  /** Exact positions: of the own unit and below for a recorder, all and audited for others. */
  READ_DETECTIONS,
  ADD_DETECTION,
  /** Correct and delete: of the own unit and below for a recorder. */
  CHANGE_DETECTION,
  IMPORT,
  /** Roads, trails and heights, which all see: they replace what is stored. */
  IMPORT_NETWORK,
  /** The register of trafficking routes, its history, and what speaks for a route. */
  READ_ROUTES,
  /** Draw, edit, import and delete routes. */
  WRITE_ROUTES,
  /** Plans of patrols, their versions, and what was walked of them. */
  READ_PLANS,
  /** Make, change and delete plans. */
  WRITE_PLANS,
  /** Fix a version of a plan as the order that holds. */
  APPROVE_PLANS,
  /** What units report of a period: of the own unit and below for a recorder. */
  READ_OUTCOMES,
  /** Report counts: for the own unit and below for a recorder. */
  WRITE_OUTCOMES,
  /** Fix a report as it goes out. */
  ISSUE_REPORTS,
  /** Say what is counted. */
  MANAGE_INDICATORS,
  /** Hotspots, trends, clusters: results are numbers of areas, never positions. */
  RUN_ANALYSES,
  /** Take the result of an analysis away as a file; audited. */
  EXPORT_RESULTS,
  /** Take a whole collection away as a file, exact positions among them; audited. */
  EXPORT,
  MANAGE_ACCOUNTS,
  MANAGE_DEMO,
  READ_METRICS;

  @Override
  public String code() {
    return Word.super.code().replace('_', '-');
  }
}
