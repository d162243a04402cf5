package org.borderwatch.bench.heat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.scenario.DemoStation;
import org.borderwatch.server.database.BinaryCopy;
import org.jspecify.annotations.Nullable;

/**
 * Simulated detections as rows for COPY, rounded as they are stored: degrees to 1e-7, kilometres to
 * a millimetre. The same detection gives the same row each time. Thread-safe.
 */
final class SyntheticRows {
  /** What a row holds, in this order; the rest has its default. */
  static final String COLUMNS =
      "id, station, responsible_station, source, source_ref, observed_at, geom, accuracy_m,"
          + " direction, setting, outcome, persons, women, children, indicators, origin,"
          + " border_with, border_km, border_offset_m, synthetic, recorded_by";

  private static final int FIELDS = COLUMNS.split(",", -1).length;
  private static final double PER_KM = 1e6;

  private final BorderLocator locator;
  private final List<DemoStation> stations;

  SyntheticRows(BorderLocator locator, List<DemoStation> stations) {
    this.locator = locator;
    this.stations = stations;
  }

  byte[] encode(List<Detection> detections) {
    BinaryCopy copy = new BinaryCopy();
    for (Detection detection : detections) {
      add(copy, detection);
    }
    return copy.take();
  }

  private void add(BinaryCopy copy, Detection one) {
    BorderPosition position = locator.locate(one.lon(), one.lat());
    copy.beginRow(FIELDS)
        .uuid(id(one))
        .text(one.station())
        .text(one.station() == null ? responsible(position) : one.station())
        .text(one.source().code())
        .text(one.sourceRef())
        .time(one.observedAt().getEpochSecond())
        .point(one.lon(), one.lat())
        .float4(one.accuracyM())
        .text(one.direction().code())
        .text(one.setting().code())
        .text(one.outcome().code())
        .int4(one.persons())
        .int4(one.women())
        .int4(one.children())
        .texts(indicators(one))
        .text(one.origin())
        .text(position.with().code())
        .float8(Math.rint(position.km() * PER_KM) / PER_KM)
        .float8(position.offsetM())
        .yes(true)
        .text("demo");
  }

  /** Version 7, as imports make them: neighbours in time are neighbours in the index. */
  private static UUID id(Detection one) {
    SplittableRandom random = new SplittableRandom(one.sourceRef().hashCode());
    long high = one.observedAt().toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
    return new UUID(high, 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
  }

  private @Nullable String responsible(BorderPosition position) {
    for (DemoStation station : stations) {
      if (station.stretch().contains(position.with(), position.km())) {
        return station.code();
      }
    }
    return null;
  }

  private static byte[][] indicators(Detection one) {
    return one.indicators().stream()
        .sorted()
        .map(Indicator::code)
        .map(code -> code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
