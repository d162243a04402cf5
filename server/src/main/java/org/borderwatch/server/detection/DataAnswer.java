package org.borderwatch.server.detection;

import io.javalin.http.Context;
import org.borderwatch.server.http.EntityTag;

/** What the headers of an answer say about the view that it is made from. */
public final class DataAnswer {
  private DataAnswer() {}

  /**
   * Says which kind of data it is, since when the database is away if it is, and the version as
   * ETag. When the caller has this version already, answers 304 and returns true.
   *
   * @param filter with its kind decided
   */
  public static boolean isKnown(Context ctx, DetectionView view, DetectionFilter filter) {
    boolean synthetic = filter.synthetic().orElse(false);
    ctx.header("Borderwatch-Data", synthetic ? "synthetic" : "real");
    view.staleSince().ifPresent(since -> ctx.header("Borderwatch-Stale-Since", since.toString()));
    return EntityTag.ofData(view.version()).answersNotModified(ctx);
  }
}
