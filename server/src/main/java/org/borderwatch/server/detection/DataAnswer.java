package org.borderwatch.server.detection;

import io.javalin.http.Context;
import org.borderwatch.server.http.EntityTag;

/** What the headers of an answer say about the view that it is made from. */
public final class DataAnswer {
  private DataAnswer() {}

  /**
   * Says which kind of data it is, since when the database is away if it is, and the version as
   * ETag, which differs while the database is away: some answers say so in their body too. When the
   * caller has this already, answers 304 and returns true.
   *
   * @param filter with its kind decided
   */
  public static boolean isKnown(Context ctx, DetectionView view, DetectionFilter filter) {
    boolean synthetic = filter.synthetic().orElse(false);
    ctx.header("Borderwatch-Data", synthetic ? "synthetic" : "real");
    view.staleSince().ifPresent(since -> ctx.header("Borderwatch-Stale-Since", since.toString()));
    String stale = view.staleSince().map(since -> "-stale-" + since.toEpochMilli()).orElse("");
    return EntityTag.ofData(view.version() + stale).answersNotModified(ctx);
  }
}
