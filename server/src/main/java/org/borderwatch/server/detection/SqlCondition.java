package org.borderwatch.server.detection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilter.Range;

/**
 * A {@link DetectionFilter} as the condition of a WHERE over {@code detection AS d}. Every value is
 * bound; the text holds only words of this class.
 *
 * <p>Served by detection_geom_idx, detection_observed_at_idx, detection_border_idx.
 */
public final class SqlCondition {
  private final List<String> terms = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** The condition that says what {@code filter} says. */
  public static SqlCondition of(DetectionFilter filter) {
    SqlCondition condition = new SqlCondition();
    filter.bbox().ifPresent(condition::bbox);
    filter.period().from().ifPresent(from -> condition.add("d.observed_at >= ?", from));
    filter.period().until().ifPresent(until -> condition.add("d.observed_at < ?", until));
    condition.words("d.direction = ANY (?)", filter.directions());
    condition.words("d.setting = ANY (?)", filter.settings());
    condition.words("d.source = ANY (?)", filter.sources());
    condition.words("d.outcome = ANY (?)", filter.outcomes());
    condition.words("d.indicators && ?", filter.indicators());
    condition.words("d.border_with = ANY (?)", filter.borderWith());
    if (!filter.stations().isEmpty()) {
      condition.texts("d.responsible_station = ANY (?)", filter.stations());
    }
    condition.range("d.persons", filter.persons());
    condition.range("d.border_km", filter.borderKm());
    filter.synthetic().ifPresent(kind -> condition.add("d.synthetic = ?", kind));
    filter.within().ifPresent(units -> condition.texts("d.responsible_station = ANY (?)", units));
    return condition;
  }

  /** This, and in {@code box} too. */
  public SqlCondition and(LonLatBox box) {
    bbox(box);
    return this;
  }

  /** The condition, {@code TRUE} when nothing is asked. */
  public String sql() {
    return terms.isEmpty() ? "TRUE" : String.join(" AND ", terms);
  }

  /** Binds its values from {@code firstIndex} on; returns the index after the last. */
  public int bind(PreparedStatement statement, int firstIndex) throws SQLException {
    int index = firstIndex;
    for (Object value : values) {
      if (value instanceof Instant time) {
        statement.setObject(index, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
      } else if (value instanceof String[] texts) {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
      } else if (value instanceof Boolean truth) {
        statement.setBoolean(index, truth);
      } else {
        statement.setObject(index, value, Types.DOUBLE);
      }
      index++;
    }
    return index;
  }

  /**
   * The operator && compares boxes in single precision, so it only finds the index entries; the
   * rest is exact.
   */
  private void bbox(LonLatBox box) {
    terms.add(
        "d.geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)"
            + " AND ST_X(d.geom) BETWEEN ? AND ? AND ST_Y(d.geom) BETWEEN ? AND ?");
    values.addAll(List.of(box.minLon(), box.minLat(), box.maxLon(), box.maxLat()));
    values.addAll(List.of(box.minLon(), box.maxLon(), box.minLat(), box.maxLat()));
  }

  private void range(String column, Optional<Range> range) {
    range
        .filter(r -> r.min() != Double.NEGATIVE_INFINITY)
        .ifPresent(r -> add(column + " >= ?", r.min()));
    range
        .filter(r -> r.max() != Double.POSITIVE_INFINITY)
        .ifPresent(r -> add(column + " <= ?", r.max()));
  }

  private void words(String term, Set<? extends Word> words) {
    if (!words.isEmpty()) {
      texts(term, words.stream().map(Word::code).toList());
    }
  }

  private void texts(String term, Collection<String> texts) {
    add(term, texts.toArray(String[]::new));
  }

  private void add(String term, Object value) {
    terms.add(term);
    values.add(value);
  }
}
