package org.borderwatch.data.detection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Provinces;

/** Reads texts against the real border and provinces, and the stations LS-01 and LS-02. */
final class Rules {
  private static final BorderLocator BORDER = new BorderLocator(LandBorder.load());
  static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  static final DetectionParser PARSER =
      new DetectionParser(
          new ImportRules(
              Set.of("LS-01", "LS-02"), new ProvinceNames(Provinces.load()), BORDER::locate, NOW));

  private Rules() {}

  /** What came of a file. */
  record Outcome(
      List<ParsedDetection> good, List<Refusal> refusals, String encoding, String delimiter) {
    Refusal only() {
      if (refusals.size() != 1 || !good.isEmpty()) {
        throw new AssertionError("not one refusal: " + refusals + " good: " + good);
      }
      return refusals.get(0);
    }

    Detection detection() {
      if (good.size() != 1 || !refusals.isEmpty()) {
        throw new AssertionError("not one detection: " + refusals + " good: " + good);
      }
      return good.get(0).detection();
    }
  }

  static Outcome csv(String text) {
    return read(DetectionFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
  }

  static Outcome read(DetectionFormat format, byte[] file) {
    List<ParsedDetection> good = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    try (DetectionReader reader = format.open(new ByteArrayInputStream(file), null)) {
      for (DetectionRow row = reader.next(); row != null; row = reader.next()) {
        ParsedDetection parsed = PARSER.parse(row, refusals::add);
        if (parsed != null) {
          good.add(parsed);
        }
      }
      return new Outcome(good, refusals, reader.encoding(), reader.delimiter());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
