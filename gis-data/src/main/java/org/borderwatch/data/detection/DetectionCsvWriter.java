package org.borderwatch.data.detection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes detections as CSV with every column of {@link DetectionField}; what it writes is read back
 * as the same detections. Times are at +07:00.
 */
public final class DetectionCsvWriter implements Closeable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.ofHours(7));

  private final CsvWriter csv;

  /** Writes the header at once; closes {@code out} when closed. */
  public DetectionCsvWriter(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(header());
  }

  /** The names of the columns, in the written order. */
  public static List<String> header() {
    List<String> names = new ArrayList<>();
    for (DetectionField field : DetectionField.values()) {
      names.add(field.code());
    }
    return names;
  }

  public void write(Detection detection) {
    csv.writeRecord(cells(detection));
  }

  /** The texts of a detection in the order of {@link #header}. */
  public static List<String> cells(Detection detection) {
    return List.of(
        detection.sourceRef(),
        TIME.format(detection.observedAt()),
        decimal(detection.lon()),
        decimal(detection.lat()),
        detection.accuracyM() == null ? "" : decimal(detection.accuracyM()),
        detection.direction().code(),
        detection.setting().code(),
        detection.source().code(),
        detection.outcome().code(),
        String.valueOf(detection.persons()),
        text(detection.women()),
        text(detection.children()),
        detection.indicators().stream()
            .sorted(Comparator.naturalOrder())
            .map(Indicator::code)
            .collect(Collectors.joining(";")),
        text(detection.station()),
        text(detection.origin()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String decimal(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
