package org.borderwatch.server.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.ParsedDetection;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.database.BinaryCopy;
import org.jspecify.annotations.Nullable;

/** Encodes detections as rows of the table {@code incoming}. Not for several threads. */
final class IncomingRows {
  private static final byte[][] NEIGHBOURS = codes(Neighbour.values());
  private static final byte[][] DIRECTIONS = codes(Direction.values());
  private static final byte[][] SETTINGS = codes(Setting.values());
  private static final byte[][] SOURCES = codes(Source.values());
  private static final byte[][] OUTCOMES = codes(Outcome.values());
  private static final byte[][] INDICATORS = codes(Indicator.values());
  private static final byte[][] NONE = {};
  private static final int COLUMNS = 21;

  private final BinaryCopy copy = new BinaryCopy();
  private final TimeOrderedUuid ids = new TimeOrderedUuid();

  /** Adds a row, in the order of the columns in {@code incoming.sql}. */
  void add(ParsedDetection parsed, @Nullable String responsible) {
    Detection detection = parsed.detection();
    BorderPosition position = parsed.position();
    copy.beginRow(COLUMNS)
        .int8(parsed.line())
        .yes(parsed.refMade())
        .uuid(ids.next())
        .text(detection.station())
        .text(responsible)
        .bytes(SOURCES[detection.source().ordinal()])
        .text(detection.sourceRef())
        .time(detection.observedAt().getEpochSecond())
        .point(detection.lon(), detection.lat())
        .float4(detection.accuracyM())
        .bytes(DIRECTIONS[detection.direction().ordinal()])
        .bytes(SETTINGS[detection.setting().ordinal()])
        .bytes(OUTCOMES[detection.outcome().ordinal()])
        .int4(detection.persons())
        .int4(detection.women())
        .int4(detection.children())
        .texts(indicators(detection.indicators()))
        .text(detection.origin())
        .bytes(NEIGHBOURS[position.with().ordinal()])
        .float8(position.km())
        .float8(position.offsetM());
  }

  /** The rows that were added since the last call. */
  byte[] take() {
    return copy.take();
  }

  private static byte[][] indicators(Set<Indicator> indicators) {
    return indicators.isEmpty()
        ? NONE
        : indicators.stream()
            .sorted(Comparator.naturalOrder())
            .map(indicator -> INDICATORS[indicator.ordinal()])
            .toArray(byte[][]::new);
  }

  private static byte[][] codes(Word[] words) {
    return Arrays.stream(words)
        .map(word -> word.code().getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
