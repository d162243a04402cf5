package org.borderwatch.server.outcome;

import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.RouteTable;

/** Everything under {@code /api/outcomes}. */
public final class OutcomeApi {
  private final OutcomeEndpoints outcomes;

  public OutcomeApi(Database database) {
    this.outcomes = new OutcomeEndpoints(new OutcomeChangeRepository(database));
  }

  public void register(RouteTable routes) {
    outcomes.register(routes);
  }
}
