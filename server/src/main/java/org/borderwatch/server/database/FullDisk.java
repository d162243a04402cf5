package org.borderwatch.server.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/** What it means that PostgreSQL could not write for want of room. */
public final class FullDisk {
  private static final String STATE = "53100";

  private FullDisk() {}

  /** Whether the cause is a disk without room. */
  public static boolean isCauseOf(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException sql && STATE.equals(sql.getSQLState()));
  }
}
