package org.borderwatch.server.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What it means that the database is away. */
public final class Outage {
  /** Connections lost or refused, a shutdown or a start, and too many connections. */
  private static final Pattern STATES = Pattern.compile("08...|57P..|53300");

  private Outage() {}

  /** Whether the cause is a connection that failed or could not be had, not a wrong statement. */
  public static boolean isCauseOf(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(Outage::isOne);
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof SQLTransientException
        || (cause instanceof SQLException sql
            && sql.getSQLState() != null
            && STATES.matcher(sql.getSQLState()).matches());
  }
}
