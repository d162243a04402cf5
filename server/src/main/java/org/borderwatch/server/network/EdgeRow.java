package org.borderwatch.server.network;

import java.io.IOException;
import java.sql.SQLException;
import org.borderwatch.data.Word;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.WayClass;
import org.borderwatch.server.database.BinaryCopy;
import org.borderwatch.server.database.CopyRow;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The columns of an edge in the binary form of COPY. */
final class EdgeRow {
  private static final float[] NO_HEIGHTS = {};

  private EdgeRow() {}

  /**
   * Reads class, name, ref, surface, geom, heights_m, length_m, walk_s, walk_back_s, drive_s and
   * drive_back_s, which come next in {@code row}.
   *
   * @throws IllegalStateException when the class is a word that this software doesn't know
   */
  static NetworkEdge read(CopyRow row, int from, int to) {
    return new NetworkEdge(
        from,
        to,
        wayClass(text(row)),
        text(row),
        text(row),
        text(row),
        row.next() ? row.lonLat() : new double[0],
        row.next() ? row.floats() : NO_HEIGHTS,
        row.next() ? row.float8() : Double.NaN,
        seconds(row),
        seconds(row),
        seconds(row),
        seconds(row),
        "");
  }

  private static @Nullable String text(CopyRow row) {
    return row.next() ? row.text() : null;
  }

  private static WayClass wayClass(@Nullable String code) {
    return Word.byCode(WayClass.class, String.valueOf(code))
        .orElseThrow(() -> new IllegalStateException("class holds a word that is not known here"));
  }

  private static double seconds(CopyRow row) {
    return row.next() ? row.float8() : Double.POSITIVE_INFINITY;
  }

  /** Writes a time; null where one may not go. */
  static void seconds(BinaryCopy row, double seconds) {
    if (Double.isInfinite(seconds)) {
      row.nothing();
    } else {
      row.float8(seconds);
    }
  }

  /** Writes ascent_m, descent_m and heights_m. */
  static void heights(BinaryCopy row, float[] heights) {
    if (heights.length == 0) {
      row.nothing().nothing().nothing();
    } else {
      row.float4(Climb.metres(heights, true)).float4(Climb.metres(heights, false)).floats(heights);
    }
  }

  /** Sends rows, without head and end, to a COPY. */
  static void copy(PGConnection connection, String copy, byte[] rows)
      throws SQLException, IOException {
    CopyIn in = connection.getCopyAPI().copyIn(copy);
    try {
      byte[] header = BinaryCopy.header();
      in.writeToCopy(header, 0, header.length);
      in.writeToCopy(rows, 0, rows.length);
      byte[] trailer = BinaryCopy.trailer();
      in.writeToCopy(trailer, 0, trailer.length);
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }
}
