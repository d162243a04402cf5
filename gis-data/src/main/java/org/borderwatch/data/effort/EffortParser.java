package org.borderwatch.data.effort;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.SourceRef;
import org.borderwatch.data.detection.TimeText;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.jspecify.annotations.Nullable;

/**
 * Turns what stands in a file into a track or a watch, or says what is wrong with it. Thread-safe.
 */
public final class EffortParser {
  private static final Instant EARLIEST = Instant.parse("1989-12-31T17:00:00Z");
  private static final String EARLIEST_YEAR = "1990";
  private static final Duration WRONG_CLOCK = Duration.ofHours(1);
  private static final String TRACK = "track";

  private final EffortRules rules;

  public EffortParser(EffortRules rules) {
    this.rules = rules;
  }

  /**
   * A track fit to be stored.
   *
   * @param dropped how many pieces of it are no effort, by reason
   * @param middle where along the border its middle lies
   */
  public record ParsedTrack(
      PatrolTrack track, Map<DropReason, Integer> dropped, BorderPosition middle) {}

  /** A watch fit to be stored, with its place along the border. */
  public record ParsedWatch(SensorWatch watch, BorderPosition along) {}

  /** What is found wrong with one row. */
  private static final class Problems {
    private final long line;
    private final Consumer<Refusal> refusals;
    private boolean any;

    Problems(EffortRow row, Consumer<Refusal> refusals) {
      this.line = row.line();
      this.refusals = refusals;
      Refusal broken = row.broken();
      if (broken != null) {
        any = true;
        refusals.accept(broken);
      }
    }

    void refuse(String field, String value, RefusalReason why, String... arguments) {
      any = true;
      refusals.accept(new Refusal(line, field, value, why, List.of(arguments)));
    }
  }

  /** The track of a row; null when it is refused, and {@code refusals} has been told why. */
  public @Nullable ParsedTrack track(EffortRow row, Consumer<Refusal> refusals) {
    Problems problems = new Problems(row, refusals);
    if (problems.any) {
      return null;
    }
    if (row.fixes() > EffortRow.MOST_FIXES) {
      problems.refuse(
          TRACK, "", RefusalReason.TOO_MANY_FIXES, String.valueOf(EffortRow.MOST_FIXES));
      return null;
    }
    String station = station(row, problems);
    String team = team(row, problems);
    String ref = sourceRef(row, problems);
    List<List<Fix>> lines = lines(row, problems);
    if (problems.any || lines.isEmpty()) {
      return null;
    }
    boolean recorded = !row.times().isEmpty();
    TrackCutter cutter =
        new TrackCutter(
            rules.options().maxSpeedKmh(),
            recorded ? EffortRules.LONGEST_GAP.toSeconds() : Long.MAX_VALUE);
    lines.forEach(cutter::line);
    if (cutter.legs().isEmpty()) {
      problems.refuse(TRACK, "", RefusalReason.NOTHING_LEFT);
      return null;
    }
    PatrolTrack track = new PatrolTrack(ref == null ? "-" : ref, team, station, cutter.legs());
    if (ref == null) {
      track = new PatrolTrack(SourceRef.made(content(track)), team, station, track.legs());
    }
    List<Fix> leg = track.legs().get(track.legs().size() / 2);
    Fix middle = leg.get(leg.size() / 2);
    return new ParsedTrack(
        track, cutter.dropped(), rules.border().locate(middle.lon(), middle.lat()));
  }

  /** What a track says apart from its reference. References are stored: it may never change. */
  private static String content(PatrolTrack track) {
    StringBuilder text = new StringBuilder();
    text.append(track.team()).append('|').append(track.station());
    for (List<Fix> leg : track.legs()) {
      text.append('|');
      for (Fix fix : leg) {
        text.append(fix.second())
            .append(',')
            .append(Math.round(fix.lon() * 1e7))
            .append(',')
            .append(Math.round(fix.lat() * 1e7))
            .append(';');
      }
    }
    return text.toString();
  }

  private List<List<Fix>> lines(EffortRow row, Problems problems) {
    long[] seconds = row.times().isEmpty() ? spread(row, problems) : recorded(row, problems);
    if (seconds.length == 0 || !near(row, problems)) {
      return List.of();
    }
    long last = seconds[seconds.length - 1];
    if (!possible("end", last, problems) || !possible("start", seconds[0], problems)) {
      return List.of();
    }
    long lasts = last - seconds[0];
    if (lasts > PatrolTrack.LONGEST.toSeconds()) {
      problems.refuse(
          TRACK,
          "",
          RefusalReason.TRACK_TOO_LONG,
          String.valueOf(lasts / 3600),
          String.valueOf(PatrolTrack.LONGEST.toHours()));
      return List.of();
    }
    List<List<Fix>> lines = new ArrayList<>();
    int next = 0;
    for (List<double[]> line : row.lines()) {
      List<Fix> fixes = new ArrayList<>(line.size());
      for (double[] position : line) {
        fixes.add(new Fix(seconds[next++], position[0], position[1]));
      }
      lines.add(fixes);
    }
    return lines;
  }

  /** The times as they were recorded; empty when one of them is refused. */
  private static long[] recorded(EffortRow row, Problems problems) {
    if (row.times().size() != row.fixes()) {
      problems.refuse(
          "times",
          "",
          RefusalReason.TIMES_DO_NOT_FIT,
          String.valueOf(row.times().size()),
          String.valueOf(row.fixes()));
      return new long[0];
    }
    long[] seconds = new long[row.fixes()];
    for (int i = 0; i < seconds.length; i++) {
      String text = row.times().get(i);
      if (text == null) {
        problems.refuse("time", "", RefusalReason.NO_TIME_OF_FIX, String.valueOf(i + 1));
        return new long[0];
      }
      Instant time = time("time", text, problems);
      if (time == null) {
        return new long[0];
      }
      seconds[i] = time.getEpochSecond();
      if (i > 0 && seconds[i] < seconds[i - 1]) {
        problems.refuse("time", text, RefusalReason.TIME_BACKWARDS, String.valueOf(i + 1));
        return new long[0];
      }
    }
    return seconds;
  }

  /** Even speed from start to end, over all lines. */
  private static long[] spread(EffortRow row, Problems problems) {
    Instant start = required("start", row.text(EffortField.START), problems);
    Instant end = required("end", row.text(EffortField.END), problems);
    if (start == null || end == null) {
      return new long[0];
    }
    if (!start.isBefore(end)) {
      problems.refuse("end", end.toString(), RefusalReason.ENDS_BEFORE_IT_BEGINS);
      return new long[0];
    }
    double[] metres = new double[row.fixes()];
    int at = 0;
    for (List<double[]> line : row.lines()) {
      for (int i = 0; i < line.size(); i++, at++) {
        double piece = i == 0 ? 0 : metres(line.get(i - 1), line.get(i));
        metres[at] = (at == 0 ? 0 : metres[at - 1]) + piece;
      }
    }
    double all = metres[metres.length - 1];
    long[] seconds = new long[metres.length];
    double lasts = end.getEpochSecond() - start.getEpochSecond();
    for (int i = 0; i < seconds.length; i++) {
      double along = all > 0 ? metres[i] / all : (double) i / Math.max(1, seconds.length - 1);
      seconds[i] = start.getEpochSecond() + Math.round(along * lasts);
    }
    return seconds;
  }

  /** In a plane: enough to share time, and whole where a position is none. */
  private static double metres(double[] one, double[] other) {
    double dx = (other[0] - one[0]) * 111_320 * Math.cos(Math.toRadians(one[1]));
    double metres = Math.hypot(dx, (other[1] - one[1]) * 110_750);
    return Double.isFinite(metres) ? metres : 0;
  }

  private boolean near(EffortRow row, Problems problems) {
    for (List<double[]> line : row.lines()) {
      for (double[] position : line) {
        if (along(position[0], position[1], problems) == null) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where a position lies along the border; null when it is refused. */
  private @Nullable BorderPosition along(double lon, double lat, Problems problems) {
    if (!(Math.abs(lon) <= 180)) {
      problems.refuse("lon", String.valueOf(lon), RefusalReason.OUT_OF_RANGE, "-180", "180");
      return null;
    }
    if (!(Math.abs(lat) <= 90)) {
      problems.refuse("lat", String.valueOf(lat), RefusalReason.OUT_OF_RANGE, "-90", "90");
      return null;
    }
    BorderPosition along = rules.border().locate(lon, lat);
    double metres = Math.abs(along.offsetM());
    if (metres > EffortRules.FARTHEST_METRES) {
      problems.refuse(
          "lon",
          lon + " " + lat,
          RefusalReason.FAR_FROM_BORDER,
          String.valueOf(Math.round(metres / 1000)),
          String.valueOf(Math.round(EffortRules.FARTHEST_METRES / 1000)));
      return null;
    }
    return along;
  }

  /** The watch of a row; null when it is refused, and {@code refusals} has been told why. */
  public @Nullable ParsedWatch watch(EffortRow row, Consumer<Refusal> refusals) {
    Problems problems = new Problems(row, refusals);
    if (problems.any) {
      return null;
    }
    String station = station(row, problems);
    String ref = sourceRef(row, problems);
    Instant from = required("from", row.text(EffortField.FROM), problems);
    Instant to = required("to", row.text(EffortField.TO), problems);
    double radius = radius(row.text(EffortField.RADIUS_METRES), problems);
    double[] position = row.lines().get(0).get(0);
    BorderPosition along = along(position[0], position[1], problems);
    if (problems.any || from == null || to == null || along == null) {
      return null;
    }
    if (!from.isBefore(to)) {
      problems.refuse("to", to.toString(), RefusalReason.ENDS_BEFORE_IT_BEGINS);
      return null;
    }
    if (!possible("to", to.getEpochSecond(), problems)
        || !possible("from", from.getEpochSecond(), problems)) {
      return null;
    }
    String reference = ref == null ? madeRef(station, position, radius, from, to) : ref;
    return new ParsedWatch(
        new SensorWatch(reference, station, position[0], position[1], radius, from, to), along);
  }

  /** References are stored: this may never change. */
  private static String madeRef(
      @Nullable String station, double[] position, double radius, Instant from, Instant to) {
    return SourceRef.made(
        station
            + "|"
            + Math.round(position[0] * 1e7)
            + "|"
            + Math.round(position[1] * 1e7)
            + "|"
            + radius
            + "|"
            + from.getEpochSecond()
            + "|"
            + to.getEpochSecond());
  }

  private static double radius(@Nullable String text, Problems problems) {
    if (text == null) {
      problems.refuse(
          "radius_metres",
          "",
          RefusalReason.MISSING,
          "Write how far the sensor sees, in metres",
          "Ghi tầm nhìn của cảm biến, tính bằng mét");
      return Double.NaN;
    }
    try {
      double metres = Double.parseDouble(text);
      if (metres > 0 && metres <= SensorWatch.LARGEST_RADIUS_METRES) {
        return metres;
      }
      String most = String.valueOf(Math.round(SensorWatch.LARGEST_RADIUS_METRES));
      problems.refuse("radius_metres", text, RefusalReason.OUT_OF_RANGE, "1", most);
    } catch (NumberFormatException e) {
      problems.refuse("radius_metres", text, RefusalReason.BAD_NUMBER, "400");
    }
    return Double.NaN;
  }

  private @Nullable String station(EffortRow row, Problems problems) {
    String told = row.text(EffortField.STATION);
    EffortOptions options = rules.options();
    String station = told == null ? options.station() : told;
    if (station == null || rules.stations().contains(station)) {
      return station;
    }
    Optional<String> nearest = LikelyWord.among(rules.stations(), station);
    if (nearest.isPresent()) {
      problems.refuse("station", station, RefusalReason.MISSPELT_STATION, nearest.get());
    } else {
      problems.refuse("station", station, RefusalReason.UNKNOWN_STATION);
    }
    return null;
  }

  /** What is no code may be a name, so it isn't shown. */
  private @Nullable String team(EffortRow row, Problems problems) {
    String told = row.text(EffortField.TEAM);
    String team = told == null ? rules.options().team() : told;
    if (team != null && !PatrolTrack.isTeam(team)) {
      problems.refuse("team", "", RefusalReason.BAD_TEAM);
      return null;
    }
    return team;
  }

  private static @Nullable String sourceRef(EffortRow row, Problems problems) {
    String text = row.text(EffortField.SOURCE_REF);
    if (text == null || SourceRef.valid(text)) {
      return text;
    }
    problems.refuse("source_ref", text, RefusalReason.BAD_SOURCE_REF);
    return null;
  }

  private static @Nullable Instant required(
      String field, @Nullable String text, Problems problems) {
    if (text == null) {
      problems.refuse(
          field,
          "",
          RefusalReason.MISSING,
          "Write a time with its zone, like 2024-06-30T21:10:00+07:00",
          "Ghi thời gian kèm múi giờ, ví dụ 2024-06-30T21:10:00+07:00");
      return null;
    }
    return time(field, text, problems);
  }

  private static @Nullable Instant time(String field, String text, Problems problems) {
    TimeText.Reading reading = TimeText.parse(text);
    if (reading instanceof TimeText.Refused refused) {
      problems.refuse(field, text, refused.why(), refused.argument());
      return null;
    }
    return ((TimeText.Read) reading).instant();
  }

  private boolean possible(String field, long second, Problems problems) {
    Instant time = Instant.ofEpochSecond(second);
    if (time.isAfter(rules.now().plus(WRONG_CLOCK))) {
      problems.refuse(field, time.toString(), RefusalReason.IN_FUTURE);
      return false;
    }
    if (time.isBefore(EARLIEST)) {
      problems.refuse(field, time.toString(), RefusalReason.TOO_EARLY, EARLIEST_YEAR);
      return false;
    }
    return true;
  }
}
