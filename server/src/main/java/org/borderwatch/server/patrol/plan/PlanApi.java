package org.borderwatch.server.patrol.plan;

import java.time.Clock;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.process.StoredResults;

/** Everything under {@code /api/plans}. */
public final class PlanApi {
  private final PlanEndpoints plans;
  private final WalkedEndpoints walked;
  private final PlanAddressEndpoints address;

  /** Over the store, in the time of {@code clock}. */
  public PlanApi(Database database, PublicUrl publicUrl, Clock clock) {
    PlanChangeRepository repository = new PlanChangeRepository(database);
    StoredResults results = new StoredResults(database);
    PlanOfJobsRepository jobs =
        new PlanOfJobsRepository(
            (caller, job, process) ->
                results
                    .find(caller, job)
                    .filter(found -> found.type().equals(process))
                    .flatMap(results::features));
    this.plans = new PlanEndpoints(repository, jobs, publicUrl);
    this.address = new PlanAddressEndpoints(repository);
    this.walked = new WalkedEndpoints(repository, new WalkedRepository(database), clock);
  }

  /** Finds the plan that a request names. */
  public PlanAddressEndpoints address() {
    return address;
  }

  public void register(RouteTable routes) {
    plans.register(routes);
    walked.register(routes);
  }
}
