package org.borderwatch.server.detection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.jspecify.annotations.Nullable;

/**
 * A detection as it is stored.
 *
 * @param rowNo its place in the order in which rows were stored
 * @param seen what was recorded; its station is null when none was named
 * @param responsibleStation the one that was named, or the one whose stretch it lies on
 * @param version 1, and one more with each change
 */
public record StoredDetection(
    long rowNo,
    UUID id,
    Detection seen,
    @Nullable String responsibleStation,
    BorderPosition border,
    boolean synthetic,
    Instant recordedAt,
    String recordedBy,
    int version) {

  /** The row under the cursor of a result of {@code detection_select.sql}. */
  static StoredDetection read(ResultSet row) throws SQLException {
    return new StoredDetection(
        row.getLong("row_no"),
        row.getObject("id", UUID.class),
        seen(row),
        row.getString("responsible_station"),
        new BorderPosition(
            word(Neighbour.class, row, "border_with"),
            row.getDouble("border_km"),
            row.getDouble("border_offset_m")),
        row.getBoolean("synthetic"),
        time(row, "recorded_at"),
        row.getString("recorded_by"),
        row.getInt("version"));
  }

  /** Whether {@code other} says the same of the same event. */
  public boolean says(Detection other) {
    return seen.equals(asStored(other));
  }

  /** The accuracy is stored in single precision. */
  private static Detection asStored(Detection d) {
    return new Detection(
        d.sourceRef(),
        d.observedAt(),
        d.lon(),
        d.lat(),
        d.accuracyM() == null ? null : single(d.accuracyM().floatValue()),
        d.direction(),
        d.setting(),
        d.source(),
        d.outcome(),
        d.persons(),
        d.women(),
        d.children(),
        d.indicators(),
        d.station(),
        d.origin());
  }

  private static Detection seen(ResultSet row) throws SQLException {
    float accuracyM = row.getFloat("accuracy_m");
    Double accuracyOrNull = row.wasNull() ? null : single(accuracyM);
    return new Detection(
        row.getString("source_ref"),
        time(row, "observed_at"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        accuracyOrNull,
        word(Direction.class, row, "direction"),
        word(Setting.class, row, "setting"),
        word(Source.class, row, "source"),
        word(Outcome.class, row, "outcome"),
        row.getInt("persons"),
        row.getObject("women", Integer.class),
        row.getObject("children", Integer.class),
        indicators(row),
        row.getString("station"),
        row.getString("origin"));
  }

  /** The decimal number that people wrote: 12.3, not 12.300000190734863. */
  private static double single(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private static Set<Indicator> indicators(ResultSet row) throws SQLException {
    String[] codes = (String[]) row.getArray("indicators").getArray();
    Set<Indicator> indicators = EnumSet.noneOf(Indicator.class);
    for (String code : codes) {
      Word.byCode(Indicator.class, code).ifPresent(indicators::add);
    }
    return indicators;
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static <E extends Enum<E> & Word> E word(Class<E> type, ResultSet row, String column)
      throws SQLException {
    String code = row.getString(column);
    return Word.byCode(type, code)
        .orElseThrow(() -> new IllegalStateException(column + " holds " + code));
  }
}
