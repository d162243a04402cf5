package org.borderwatch.server.patrol.plan;

import org.borderwatch.data.Word;

/** What makes a version of a plan. */
public enum PlanVersionKind implements Word {
  CREATED,
  CHANGED,
  UNDONE,
  APPROVED
}
