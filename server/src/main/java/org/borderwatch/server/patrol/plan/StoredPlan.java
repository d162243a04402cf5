package org.borderwatch.server.patrol.plan;

import java.util.List;
import java.util.Map;

/**
 * A plan as it is stored.
 *
 * @param plan one version of it
 * @param basis what it was made of: {@code areas} and {@code summary} of the one result, {@code
 *     roster} the summary of the other, as JSON objects
 * @param history versions up to that of {@code plan}, in their order
 */
public record StoredPlan(Plan plan, Map<String, Object> basis, List<PlanVersion> history) {
  public StoredPlan {
    history = List.copyOf(history);
  }
}
