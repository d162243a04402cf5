package org.borderwatch.server.patrol.plan;

/** How much is stored of plans. */
final class PlanLimits {
  /** Plans in all. */
  static final int PLANS = 2000;

  /** Versions of one plan; the last one is kept for an approval. */
  static final int VERSIONS = 200;

  /** Bytes of what a plan is made of, as JSON. */
  static final int BASIS_BYTES = 16 << 20;

  private PlanLimits() {}
}
