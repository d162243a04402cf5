package org.borderwatch.server.detection;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/**
 * How current the numbers are: what a page asks again and again, to say so and to notice new data.
 * Answered from memory, at once, also while the first load runs or the database is away.
 */
public final class DataEndpoints {
  private final DetectionIndex index;
  private final Clock clock;

  public DataEndpoints(DetectionIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/data",
        Permission.READ_HEAT,
        QueryParameters.NONE,
        "How current the numbers are: loading, current, or stale since the database was lost",
        this::data);
  }

  private void data(Context ctx) {
    Freshness freshness = index.freshness();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("state", freshness.state().name().toLowerCase(Locale.ROOT));
    answer.put("loaded", freshness.loaded());
    answer.put("total", freshness.total());
    answer.put("since", freshness.since().map(Object::toString).orElse(null));
    // A view doesn't exist yet while loading, and asking for it would wait.
    answer.put(
        "dataVersion",
        freshness.state() == Freshness.State.LOADING ? null : index.view().version());
    answer.put("checkedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, answer);
  }
}
