package org.borderwatch.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What the database says, and while it is away what it said last. For little that rarely changes
 * and belongs to nobody, such as the names of stations. Thread-safe.
 */
public final class LastAnswer<T> {
  private final Inquiry inquiry;
  private final Callable<T> question;
  private volatile @Nullable T last;

  public LastAnswer(Inquiry inquiry, Callable<T> question) {
    this.inquiry = inquiry;
    this.question = question;
  }

  /**
   * The answer of now, or the last one while the database is away.
   *
   * @throws SQLTransientConnectionException when the database is away and never answered yet
   */
  public T get() throws SQLException {
    try {
      T now = inquiry.ask(question);
      last = now;
      return now;
    } catch (SQLTransientConnectionException away) {
      T known = last;
      if (known == null) {
        throw away;
      }
      return known;
    }
  }
}
