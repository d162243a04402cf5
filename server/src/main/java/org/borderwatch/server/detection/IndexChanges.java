package org.borderwatch.server.detection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.database.CopyRow;
import org.borderwatch.server.database.CopyRows;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.MissingRowException;
import org.borderwatch.server.detection.column.Removal;
import org.borderwatch.server.detection.column.RowBuffer;
import org.borderwatch.server.detection.column.StationCodes;

/**
 * Reads what became visible since a moment: by snapshot, since transactions don't become visible in
 * the order of their numbers. Not for several threads.
 */
final class IndexChanges {
  private static final String NEWS = SqlText.of(IndexChanges.class, "index_news.sql");
  private static final String CHANGES = SqlText.of(IndexChanges.class, "index_changes.sql");
  private static final int FIELDS = 4 + RowDecoder.FIELDS;

  private static final int SILENCE_MILLIS = 3_000;

  /** The first row comes after all are sorted: so many changes are sorted in a millisecond. */
  private static final long CHANGES_PER_MILLI = 20;

  private final RowDecoder decoder;

  IndexChanges(StationCodes stations) {
    this.decoder = new RowDecoder(stations);
  }

  /**
   * The state after {@code last}, as one transaction sees it; empty when there are more than {@code
   * most} changes. The same columns when there are none.
   *
   * @throws MissingRowException when {@code last} isn't what was stored at its moment
   */
  Optional<IndexState> since(IndexState last, Connection connection, long most)
      throws SQLException, MissingRowException {
    CopyRows.set(connection, "borderwatch.since", last.moment().snapshot());
    News news = news(connection, most + 1);
    if (news.changes() == 0) {
      StoreMoment moment = last.moment().seenAgain(connection, news.snapshot());
      connection.commit();
      return Optional.of(new IndexState(last.columns(), moment));
    }
    if (news.changes() > most) {
      connection.rollback();
      return Optional.empty();
    }
    // Only now: while nothing is new, nobody needs to wait for the table.
    connection.commit();
    TableHold.take(connection);
    CopyRows.set(connection, "borderwatch.since", last.moment().snapshot());
    connection.setNetworkTimeout(
        Runnable::run, (int) (SILENCE_MILLIS + news.changes() / CHANGES_PER_MILLI));
    List<Removal> removed = new ArrayList<>();
    RowBuffer added = new RowBuffer();
    CopyRows.read(connection, CHANGES, FIELDS, row -> decode(row, removed, added));
    connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
    StoreMoment moment = StoreMoment.of(connection, last.moment().incarnation());
    connection.commit();
    return Optional.of(new IndexState(last.columns().changed(removed, added), moment));
  }

  private record News(String snapshot, long changes) {}

  private static News news(Connection connection, long most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEWS)) {
      statement.setLong(1, most);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new News(row.getString("snapshot"), row.getLong("changes"));
      }
    }
  }

  private void decode(CopyRow row, List<Removal> removed, RowBuffer added) {
    row.next();
    int rowNo = (int) row.int8();
    row.next();
    boolean wasThere = row.isTrue();
    double lon = row.next() ? row.float8() : Double.NaN;
    double lat = row.next() ? row.float8() : Double.NaN;
    if (wasThere) {
      removed.add(new Removal(rowNo, FixedMercator.x(lon), FixedMercator.y(lat)));
    }
    decoder.decode(row, added);
  }
}
