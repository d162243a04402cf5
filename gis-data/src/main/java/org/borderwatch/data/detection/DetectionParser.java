package org.borderwatch.data.detection;

import static org.borderwatch.data.detection.DetectionField.DIRECTION;
import static org.borderwatch.data.detection.DetectionField.INDICATORS;
import static org.borderwatch.data.detection.DetectionField.OBSERVED_AT;
import static org.borderwatch.data.detection.DetectionField.ORIGIN;
import static org.borderwatch.data.detection.DetectionField.OUTCOME;
import static org.borderwatch.data.detection.DetectionField.SETTING;
import static org.borderwatch.data.detection.DetectionField.SOURCE;
import static org.borderwatch.data.detection.DetectionField.SOURCE_REF;
import static org.borderwatch.data.detection.DetectionField.STATION;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row of texts into a detection, or says everything that is wrong with it.
 *
 * <p>Left out means: direction unknown, setting trail, source patrol, outcome observed, persons 1,
 * and a source_ref made of the content. About a microsecond a row beside finding its place on the
 * border. Thread-safe.
 */
public final class DetectionParser {
  private static final Instant EARLIEST = Instant.parse("1989-12-31T17:00:00Z");
  private static final String EARLIEST_YEAR = "1990";
  private static final Duration WRONG_CLOCK = Duration.ofHours(1);

  private static final WordList<Direction> DIRECTIONS = new WordList<>(Direction.class);
  private static final WordList<Setting> SETTINGS = new WordList<>(Setting.class);
  private static final WordList<Source> SOURCES = new WordList<>(Source.class);
  private static final WordList<Outcome> OUTCOMES = new WordList<>(Outcome.class);
  private static final WordList<Indicator> INDICATOR_WORDS = new WordList<>(Indicator.class);

  private final ImportRules rules;
  private final PositionCheck positions;
  private final LikelyWord nearestStation;

  public DetectionParser(ImportRules rules) {
    this.rules = rules;
    this.positions = new PositionCheck(rules.border());
    Map<String, String> stations = new LinkedHashMap<>();
    rules.stations().stream().sorted().forEach(code -> stations.put(code, code));
    this.nearestStation = new LikelyWord(stations);
  }

  /**
   * The detection of a row; null when the row is refused, and {@code refusals} has been told why.
   */
  public @Nullable ParsedDetection parse(DetectionRow row, Consumer<Refusal> refusals) {
    RowProblems problems = new RowProblems(row, refusals);
    Refusal broken = row.broken();
    if (broken != null) {
      problems.report(broken);
      return null;
    }
    Instant observedAt = observedAt(required(OBSERVED_AT, row, problems), problems);
    required(DetectionField.LON, row, problems);
    required(DetectionField.LAT, row, problems);
    PositionCheck.Place place = positions.read(problems);
    Double accuracy = CountCheck.accuracyMetres(problems);
    Direction direction = word(DIRECTION, DIRECTIONS, Direction.UNKNOWN, problems);
    Setting setting = word(SETTING, SETTINGS, Setting.TRAIL, problems);
    Source source = word(SOURCE, SOURCES, Source.PATROL, problems);
    Outcome outcome = word(OUTCOME, OUTCOMES, Outcome.OBSERVED, problems);
    CountCheck.Counts counts = CountCheck.read(problems);
    Set<Indicator> indicators = indicators(problems);
    String station = station(problems);
    String origin = origin(problems);
    String ref = sourceRef(problems);
    if (problems.any() || observedAt == null || place == null || counts == null) {
      return null;
    }
    Detection detection =
        new Detection(
            ref == null ? "-" : ref,
            observedAt,
            place.lon(),
            place.lat(),
            accuracy,
            direction,
            setting,
            source,
            outcome,
            counts.persons(),
            counts.women(),
            counts.children(),
            indicators,
            station,
            origin);
    Detection named = ref == null ? DetectionContent.withMadeRef(detection) : detection;
    return new ParsedDetection(row.line(), named, place.along(), ref == null);
  }

  private static @Nullable String required(
      DetectionField field, DetectionRow row, RowProblems problems) {
    if (row.text(field) != null) {
      return problems.text(field);
    }
    boolean time = field == OBSERVED_AT;
    problems.refuse(
        field,
        RefusalReason.MISSING,
        time ? "Write when it was seen" : "Write the position in decimal degrees",
        time ? "Ghi thời gian phát hiện" : "Ghi tọa độ bằng độ thập phân");
    return null;
  }

  private @Nullable Instant observedAt(@Nullable String text, RowProblems problems) {
    if (text == null) {
      return null;
    }
    TimeText.Reading reading = TimeText.parse(text);
    if (reading instanceof TimeText.Refused refused) {
      problems.refuse(OBSERVED_AT, refused.why(), refused.argument());
      return null;
    }
    Instant observedAt = ((TimeText.Read) reading).instant();
    if (observedAt.isAfter(rules.now().plus(WRONG_CLOCK))) {
      problems.refuse(OBSERVED_AT, RefusalReason.IN_FUTURE);
    } else if (observedAt.isBefore(EARLIEST)) {
      problems.refuse(OBSERVED_AT, RefusalReason.TOO_EARLY, EARLIEST_YEAR);
    }
    return observedAt;
  }

  private static <E extends Enum<E> & Word> E word(
      DetectionField field, WordList<E> words, E otherwise, RowProblems problems) {
    String text = problems.text(field);
    E word = text == null ? otherwise : words.exactly(text);
    if (word == null) {
      refuseWord(field, words, text == null ? "" : text, problems);
      return otherwise;
    }
    return word;
  }

  private static <E extends Enum<E> & Word> void refuseWord(
      DetectionField field, WordList<E> words, String text, RowProblems problems) {
    Optional<String> nearest = words.nearest(text);
    if (nearest.isPresent()) {
      problems.refuse(field, RefusalReason.MISSPELT_WORD, nearest.get());
    } else {
      problems.refuse(field, RefusalReason.UNKNOWN_WORD, words.codes());
    }
  }

  private static Set<Indicator> indicators(RowProblems problems) {
    String text = problems.text(INDICATORS);
    if (text == null) {
      return Set.of();
    }
    Set<Indicator> indicators = EnumSet.noneOf(Indicator.class);
    for (String part : text.split(";", -1)) {
      String code = part.strip();
      Indicator indicator = INDICATOR_WORDS.exactly(code);
      if (indicator != null) {
        indicators.add(indicator);
      } else if (code.matches(".*[,|/+].*")) {
        problems.refuse(
            INDICATORS, RefusalReason.INDICATOR_SEPARATOR, code.replaceAll("\\s*[,|/+]\\s*", ";"));
        return indicators;
      } else if (!code.isEmpty()) {
        refuseWord(INDICATORS, INDICATOR_WORDS, code, problems);
        return indicators;
      }
    }
    return indicators;
  }

  private @Nullable String station(RowProblems problems) {
    String text = problems.text(STATION);
    if (text == null || rules.stations().contains(text)) {
      return text;
    }
    Optional<String> nearest = nearestStation.find(text);
    if (nearest.isPresent()) {
      problems.refuse(STATION, RefusalReason.MISSPELT_STATION, nearest.get());
    } else {
      problems.refuse(STATION, RefusalReason.UNKNOWN_STATION);
    }
    return null;
  }

  private @Nullable String origin(RowProblems problems) {
    String text = problems.text(ORIGIN);
    if (text == null) {
      return null;
    }
    Optional<String> code = rules.origins().find(text);
    if (code.isEmpty()) {
      Optional<String> nearest = rules.origins().nearest(text);
      if (nearest.isPresent()) {
        problems.refuse(ORIGIN, RefusalReason.MISSPELT_ORIGIN, nearest.get());
      } else {
        problems.refuse(ORIGIN, RefusalReason.UNKNOWN_ORIGIN);
      }
    }
    return code.orElse(null);
  }

  private static @Nullable String sourceRef(RowProblems problems) {
    String text = problems.text(SOURCE_REF);
    if (text == null || SourceRef.valid(text)) {
      return text;
    }
    if (text.length() > SourceRef.LONGEST) {
      problems.refuse(SOURCE_REF, RefusalReason.FIELD_TOO_LONG, String.valueOf(SourceRef.LONGEST));
    } else {
      problems.refuse(SOURCE_REF, RefusalReason.BAD_SOURCE_REF);
    }
    return text;
  }
}
