package org.borderwatch.data.detection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a CSV file: which column holds which field. Any order; unknown columns are
 * refused by name for the whole file.
 */
final class CsvHeader {
  /** Columns that a rejects file puts before the row: a mended one can be imported as it is. */
  private static final Set<String> REPORT_COLUMNS = Set.of("line", "field", "reason", "remedy");

  private static final Set<String> DERIVED_COLUMNS =
      Set.of(
          "border_with",
          "border_km",
          "border_offset_m",
          "synthetic",
          "recorded_at",
          "recorded_by",
          "version",
          "responsible_station",
          "station_derived",
          "row_no",
          "id");

  private final @Nullable DetectionField[] columns;

  CsvHeader(List<String> names, String line) {
    columns = new @Nullable DetectionField[names.size()];
    Set<DetectionField> seen = EnumSet.noneOf(DetectionField.class);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(names.get(i), i >= REPORT_COLUMNS.size(), seen, line);
    }
    for (DetectionField field : DetectionField.values()) {
      if (field.required() && !seen.contains(field)) {
        throw new UnreadableFileException(FileProblem.MISSING_COLUMN, field.code(), line);
      }
    }
  }

  /** The separator that the first line uses most, outside quotes; comma when it uses none. */
  static char delimiter(String line) {
    char most = ',';
    int times = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        quoted ^= line.charAt(i) == '"';
        count += !quoted && line.charAt(i) == candidate ? 1 : 0;
      }
      if (count > times) {
        most = candidate;
        times = count;
      }
    }
    return most;
  }

  int size() {
    return columns.length;
  }

  /** The field of column {@code index}, or null when the column only reports. */
  @Nullable DetectionField field(int index) {
    return columns[index];
  }

  /** How many columns at the beginning only report. */
  int reportColumns() {
    return columns.length - fields().size();
  }

  /** The fields in the order of their columns. */
  List<DetectionField> fields() {
    return Arrays.stream(columns).filter(Objects::nonNull).toList();
  }

  private static @Nullable DetectionField column(
      String written, boolean afterReport, Set<DetectionField> seen, String line) {
    String text = CleanText.clean(written);
    String name = text == null ? "" : text.toLowerCase(Locale.ROOT);
    if (!afterReport && REPORT_COLUMNS.contains(name)) {
      return null;
    }
    Optional<DetectionField> field = Word.byCode(DetectionField.class, name);
    if (field.isEmpty()) {
      throw unknown(name, seen, line);
    }
    if (!seen.add(field.get())) {
      throw new UnreadableFileException(FileProblem.REPEATED_COLUMN, name);
    }
    return field.get();
  }

  private static UnreadableFileException unknown(
      String name, Set<DetectionField> seen, String line) {
    if (DERIVED_COLUMNS.contains(name)) {
      return new UnreadableFileException(FileProblem.DERIVED_COLUMN, name);
    }
    Map<String, String> codes = new HashMap<>();
    DetectionField.codes().forEach(code -> codes.put(code, code));
    Optional<String> nearest = new LikelyWord(codes).find(name);
    if (nearest.isPresent()) {
      return new UnreadableFileException(FileProblem.MISSPELT_COLUMN, name, nearest.get());
    }
    return seen.isEmpty()
        ? new UnreadableFileException(
            FileProblem.MISSING_COLUMN, DetectionField.OBSERVED_AT.code(), line)
        : new UnreadableFileException(
            FileProblem.UNKNOWN_COLUMN, name, String.join(", ", DetectionField.codes()));
  }
}
