package org.borderwatch.server.detection;

import org.borderwatch.server.database.Database;

/**
 * All detections in memory, kept current with the store: what maps, charts and analyses count from.
 * Readers take a {@link DetectionView} and never wait for a writer. Thread-safe.
 */
public final class DetectionIndex implements AutoCloseable {
  private final Database database;

  public DetectionIndex(Database database) {
    this.database = database;
  }

  /** Begins to load, in a thread of its own. */
  public void start() {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * The newest version. While the first load runs, waits for it, two seconds at most.
   *
   * @throws org.borderwatch.server.http.ApiException.Loading when it isn't there by then
   */
  public DetectionView view() {
    throw new UnsupportedOperationException();
  }

  public Freshness freshness() {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits, a second at most, until what was committed before this call is visible here: whoever
   * writes then reads what was written. Returns at once when the database is away.
   */
  public void refresh() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
