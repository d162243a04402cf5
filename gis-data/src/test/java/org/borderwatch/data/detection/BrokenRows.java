package org.borderwatch.data.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A hundred and more kinds of broken rows, one good row between every two of them. */
public final class BrokenRows {
  private static final String GOOD_TIME = "2024-06-30T21:10:00+07:00";

  /** A broken row, where it is broken and why. */
  public record Broken(String what, String row, String field, RefusalReason why) {}

  private final List<Broken> all = new ArrayList<>();

  private BrokenRows() {
    times();
    positions();
    counts();
    words();
    shapes();
  }

  /** All kinds, in the order of the table. */
  public static List<Broken> all() {
    return List.copyOf(new BrokenRows().all);
  }

  /** A file of them: after each broken row a good one; the broken stand on even lines. */
  public static String file() {
    StringBuilder file = new StringBuilder(String.join(",", DetectionCsvWriter.header()));
    int number = 0;
    for (Broken broken : all()) {
      file.append('\n').append(broken.row());
      file.append('\n').append(row(Map.of("source_ref", "GOOD-" + ++number)));
    }
    return file.append('\n').toString();
  }

  private void times() {
    field("observed_at", RefusalReason.MISSING, "");
    field(
        "observed_at",
        RefusalReason.BAD_TIME,
        "yesterday",
        "2024-06-30T2110+07:00",
        "2024-06-30T21:10:00+07:00:00",
        "2024-06-30T21:10:00+7",
        "2024-06-30T21:10:00.+07:00",
        "2024-06-30T21:10:00.٣+07:00",
        "24-06-30T21:10:00+07:00",
        "2024/06",
        "2024-06-30T21",
        "2024-06-30T21:10:00 ICT");
    field(
        "observed_at",
        RefusalReason.IMPOSSIBLE_DATE,
        "2024-06-31T21:10:00+07:00",
        "2023-02-29T21:10:00+07:00",
        "2024-13-01T21:10:00+07:00",
        "2024-00-10T21:10:00+07:00",
        "2024-06-00T21:10:00+07:00",
        "31/06/2024 21:10");
    field(
        "observed_at",
        RefusalReason.IMPOSSIBLE_TIME,
        "2024-06-30T24:10:00+07:00",
        "2024-06-30T21:60:00+07:00",
        "30/06/2024 25:10",
        "30/06/2024 21:10:75",
        "2024-06-30T21:10:60+07:00");
    field("observed_at", RefusalReason.NO_OFFSET, "2024-06-30T21:10:00", "2024-06-30 21:10");
    field("observed_at", RefusalReason.DATE_ONLY, "2024-06-30");
    field(
        "observed_at",
        RefusalReason.OTHER_TIME_FORM,
        "30/06/2024 21:10",
        "30.6.2024",
        "30-06-2024 21h10");
    field("observed_at", RefusalReason.EXCEL_NUMBER, "45473.882", "45473");
    field(
        "observed_at",
        RefusalReason.BAD_OFFSET,
        "2024-06-30T21:10:00+17:00",
        "2024-06-30T21:10:00+07:75");
    field("observed_at", RefusalReason.IN_FUTURE, "2204-06-30T21:10:00+07:00");
    field("observed_at", RefusalReason.TOO_EARLY, "1924-06-30T21:10:00+07:00");
  }

  private void positions() {
    field("lon", RefusalReason.MISSING, "");
    field("lat", RefusalReason.MISSING, "", " ");
    field(
        "lon",
        RefusalReason.BAD_NUMBER,
        "east",
        "1O6.7",
        "NaN",
        "Infinity",
        "0x6A",
        "1e400",
        "106.7d",
        "-",
        "106.");
    field("lat", RefusalReason.BAD_NUMBER, "\"21,\"", "--21", "21.9.", "٢١");
    field("lon", RefusalReason.THOUSANDS, "\"1.067,23\"", "106.712.220", "\"106,712,220\"");
    field(
        "lat",
        RefusalReason.DEGREES_MINUTES,
        "21°57'04\"\"N".replace("\"\"", "″"),
        "21.95N",
        "21° 57.07'");
    two("672000", "2430000", RefusalReason.METRES);
    two("190", "21.9511", RefusalReason.OUT_OF_RANGE);
    broken(
        "lat beyond the pole",
        "lat",
        RefusalReason.OUT_OF_RANGE,
        Map.of("lon", "106.7", "lat", "95.1"));
    two("21.9511", "106.69767", RefusalReason.SWAPPED);
    two("0", "0", RefusalReason.ZERO_POSITION);
    two("2.3522", "48.8566", RefusalReason.FAR_FROM_BORDER);
    two("106.69767", "-21.9511", RefusalReason.FAR_FROM_BORDER);
    two("112.7", "16.0", RefusalReason.FAR_FROM_BORDER);
    field("accuracy_m", RefusalReason.BAD_NUMBER, "15 m", "good", "±15");
    field("accuracy_m", RefusalReason.NEGATIVE, "-1");
    field("accuracy_m", RefusalReason.TOO_LARGE, "100001", "1e9");
  }

  private void counts() {
    field("persons", RefusalReason.BAD_NUMBER, "four", "4 người", "4-5", "~4");
    field("persons", RefusalReason.THOUSANDS, "1.000", "\"10,000\"", "2.500");
    field("persons", RefusalReason.NOT_WHOLE, "4.5", "\"4,5\"");
    field("persons", RefusalReason.BELOW_ONE, "0", "-3");
    field("persons", RefusalReason.TOO_LARGE, "10001", "9137000000");
    field("women", RefusalReason.BAD_NUMBER, "x");
    field("women", RefusalReason.NEGATIVE, "-1");
    field("women", RefusalReason.NOT_WHOLE, "0.5");
    field("children", RefusalReason.BAD_NUMBER, "?");
    field("children", RefusalReason.NEGATIVE, "-1");
    field("children", RefusalReason.TOO_LARGE, "99999");
    broken(
        "more women than persons",
        "persons",
        RefusalReason.PARTS_EXCEED,
        Map.of("persons", "2", "women", "3"));
    broken(
        "women and children exceed persons",
        "persons",
        RefusalReason.PARTS_EXCEED,
        Map.of("persons", "4", "women", "3", "children", "2"));
    broken(
        "a child without persons is one person",
        "persons",
        RefusalReason.PARTS_EXCEED,
        Map.of("persons", "", "children", "2"));
  }

  private void words() {
    field(
        "direction",
        RefusalReason.MISSPELT_WORD,
        "exti",
        "EXIT",
        "xuất cảnh",
        "xuat canh",
        "Nhập cảnh");
    field("direction", RefusalReason.UNKNOWN_WORD, "sideways");
    field("setting", RefusalReason.MISSPELT_WORD, "trial", "đường mòn", "cửa khẩu");
    field("setting", RefusalReason.UNKNOWN_WORD, "mountain pass");
    field("source", RefusalReason.MISSPELT_WORD, "tuần tra", "sensors");
    field("source", RefusalReason.UNKNOWN_WORD, "aeroplane");
    field("outcome", RefusalReason.MISSPELT_WORD, "turned back", "Bàn giao");
    field("outcome", RefusalReason.UNKNOWN_WORD, "1234");
    field("indicators", RefusalReason.MISSPELT_WORD, "dept", "debt;job offers", "nợ");
    field("indicators", RefusalReason.UNKNOWN_WORD, "tall");
    field("indicators", RefusalReason.INDICATOR_SEPARATOR, "\"debt,injury\"", "debt|injury");
    field("station", RefusalReason.MISSPELT_STATION, "LS-1", "ls-01", "LS01");
    field("station", RefusalReason.UNKNOWN_STATION, "Madrid");
    field("origin", RefusalReason.MISSPELT_ORIGIN, "Lạng Sơm");
    field("origin", RefusalReason.UNKNOWN_ORIGIN, "Atlantis", "VN-999999");
    field("source_ref", RefusalReason.BAD_SOURCE_REF, "two words", "a#b", "Nguyễn", "a;b");
    field("source_ref", RefusalReason.FIELD_TOO_LONG, "R".repeat(65));
    field("direction", RefusalReason.FIELD_TOO_LONG, "x".repeat(201));
  }

  private void shapes() {
    String good = row(Map.of());
    shape("one column too many", good + ",x", RefusalReason.TOO_MANY_COLUMNS);
    shape(
        "decimal commas without quotes",
        good.replace("106.69767", "106,69767"),
        RefusalReason.TOO_MANY_COLUMNS);
    shape("a trailing comma", good + ",", RefusalReason.TOO_MANY_COLUMNS);
    shape(
        "one column too few",
        good.substring(0, good.lastIndexOf(',')),
        RefusalReason.TOO_FEW_COLUMNS);
    shape("half a row", "A-1,2024-06-30T21", RefusalReason.TOO_FEW_COLUMNS);
    shape("semicolons in a file of commas", good.replace(',', ';'), RefusalReason.TOO_FEW_COLUMNS);
    shape("a quote never closed", "\"A-1" + good, RefusalReason.QUOTE_NOT_CLOSED);
    shape("text after a quote", "\"A\"-1" + good, RefusalReason.TEXT_AFTER_QUOTE);
    shape("a row without end", good + "x".repeat(20_000), RefusalReason.ROW_TOO_LONG);
    shape("a NUL", good.replace("patrol", "pat\0rol"), RefusalReason.CONTROL_CHARACTER);
    shape("an escape", good.replace("patrol", "\u001b[31m"), RefusalReason.CONTROL_CHARACTER);
    shape(
        "a turned writing direction",
        good.replace("patrol", "\u202elortap"),
        RefusalReason.CONTROL_CHARACTER);
    shape(
        "what was left of a lost letter",
        good.replace("patrol", "pa\ufffdrol"),
        RefusalReason.NOT_UTF8);
  }

  private void field(String field, RefusalReason why, String... texts) {
    for (String text : texts) {
      broken(field + " is " + CleanText.shown(text, 30), field, why, Map.of(field, text));
    }
  }

  private void two(String lon, String lat, RefusalReason why) {
    broken("at " + lon + ", " + lat, "lon", why, Map.of("lon", lon, "lat", lat));
  }

  private void shape(String what, String row, RefusalReason why) {
    all.add(new Broken(what, row, "", why));
  }

  private void broken(String what, String field, RefusalReason why, Map<String, String> texts) {
    all.add(new Broken(what, row(texts), field, why));
  }

  private static String row(Map<String, String> texts) {
    Map<String, String> row = new TreeMap<>();
    row.put("observed_at", GOOD_TIME);
    row.put("lon", "106.69767");
    row.put("lat", "21.9511");
    row.put("source", "patrol");
    row.put("persons", "4");
    row.put("origin", "VN-09");
    row.putAll(texts);
    return String.join(
        ",", DetectionCsvWriter.header().stream().map(f -> row.getOrDefault(f, "")).toList());
  }
}
