package org.borderwatch.server.detection;

import java.sql.SQLException;

/** Decides which kind of data is meant, real or simulated, when the asker doesn't say. */
@FunctionalInterface
public interface KindOfData {
  /** {@code filter} with its kind decided. */
  DetectionFilter decide(DetectionFilter filter) throws SQLException;
}
