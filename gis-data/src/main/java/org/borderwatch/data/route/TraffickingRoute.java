package org.borderwatch.data.route;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Detection;
import org.jspecify.annotations.Nullable;

/**
 * A route on the register, as it comes in a file or a form. It tells of places and ways, never of a
 * person.
 *
 * <p>Cannot be wrong once built: text is in NFC and names places only, positions are rounded to
 * 1e-7 degrees, and every line has a length.
 *
 * @param code by which people call it, {@code [A-Z0-9-]{2,20}}; unique on the register
 * @param name names of places, at most {@value PlaceText#LONGEST_NAME} characters
 * @param origin where it begins: a place, the code of a province or of a country, at most {@value
 *     PlaceText#LONGEST_PLACE} characters; null when not known
 * @param transit places that it leads through, in order; at most {@value #MOST_TRANSIT}
 * @param destination where it ends; null when not known
 * @param lines degrees east and north, WGS 84; each line has two positions or more
 * @param matching how it was snapped to the network; null when it never was
 * @param evidence kinds of records that speak for it
 * @param detections ids of detections that speak for it; at most {@value #MOST_DETECTIONS}
 * @param synthetic whether it is simulated
 */
public record TraffickingRoute(
    String code,
    String name,
    RouteStatus status,
    @Nullable String origin,
    List<String> transit,
    @Nullable String destination,
    List<List<LonLat>> lines,
    @Nullable Matching matching,
    Set<EvidenceKind> evidence,
    Set<UUID> detections,
    boolean synthetic) {
  public static final int MOST_TRANSIT = 20;
  public static final int MOST_DETECTIONS = 1_000;

  /** Positions of all lines together. */
  public static final int MOST_POSITIONS = 50_000;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{2,20}");

  /**
   * How the lines of a route were snapped to the network.
   *
   * @param drawn the lines as they were drawn or imported
   * @param share of their length that lies on the network, 0 to 1
   */
  public record Matching(List<List<LonLat>> drawn, double share) {
    public Matching {
      drawn = checked(drawn);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share is " + share + "; 0 to 1");
      }
    }
  }

  public TraffickingRoute {
    if (!isCode(code)) {
      throw new IllegalArgumentException("code is " + code);
    }
    name = place(name, PlaceText.LONGEST_NAME);
    origin = origin == null ? null : place(origin, PlaceText.LONGEST_PLACE);
    destination = destination == null ? null : place(destination, PlaceText.LONGEST_PLACE);
    transit = transit.stream().map(text -> place(text, PlaceText.LONGEST_PLACE)).toList();
    if (transit.size() > MOST_TRANSIT || detections.size() > MOST_DETECTIONS) {
      throw new IllegalArgumentException("too many places of transit, or detections");
    }
    lines = checked(lines);
    evidence = evidence.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(evidence));
    detections = Set.copyOf(new TreeSet<>(detections));
  }

  /** Whether {@code text} can be the code of a route. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /** The same with other lines, snapped to the network. */
  public TraffickingRoute matched(List<List<LonLat>> onNetwork, double share) {
    return with(onNetwork, new Matching(drawnLines(), share));
  }

  /** The same as {@code other} was snapped to the network, when that was drawn the same. */
  public TraffickingRoute matchedLike(TraffickingRoute other) {
    boolean same = other.matching != null && lines.equals(other.lines);
    return same ? with(lines, other.matching) : this;
  }

  private TraffickingRoute with(List<List<LonLat>> otherLines, @Nullable Matching how) {
    return new TraffickingRoute(
        code,
        name,
        status,
        origin,
        transit,
        destination,
        otherLines,
        how,
        evidence,
        detections,
        synthetic);
  }

  /** The lines as somebody drew them, whether or not they were snapped since. */
  public List<List<LonLat>> drawnLines() {
    return Optional.ofNullable(matching).map(Matching::drawn).orElse(lines);
  }

  /** Whether {@code other} says the same of the same lines, snapped or not. */
  public boolean says(TraffickingRoute other) {
    return code.equals(other.code)
        && name.equals(other.name)
        && status == other.status
        && Objects.equals(origin, other.origin)
        && transit.equals(other.transit)
        && Objects.equals(destination, other.destination)
        && drawnLines().equals(other.drawnLines())
        && evidence.equals(other.evidence)
        && detections.equals(other.detections)
        && synthetic == other.synthetic;
  }

  private static String place(String text, int longest) {
    String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (composed.length() > longest || !PlaceText.isPlace(composed)) {
      throw new IllegalArgumentException("not the name of a place, or too long: " + text);
    }
    return composed;
  }

  private static List<List<LonLat>> checked(List<List<LonLat>> lines) {
    int positions = 0;
    List<List<LonLat>> rounded = new ArrayList<>();
    for (List<LonLat> line : lines) {
      positions += line.size();
      List<LonLat> one = rounded(line);
      if (one.size() < 2) {
        throw new IllegalArgumentException("a line has no length");
      }
      rounded.add(one);
    }
    if (rounded.isEmpty() || positions > MOST_POSITIONS) {
      throw new IllegalArgumentException("the route has " + positions + " positions");
    }
    return List.copyOf(rounded);
  }

  /**
   * A line as it is stored: rounded to 1e-7 degrees, without a position that repeats the one
   * before. Fewer than two positions are left when it has no length.
   */
  public static List<LonLat> rounded(List<LonLat> line) {
    List<LonLat> kept = new ArrayList<>(line.size());
    for (LonLat at : line) {
      LonLat rounded =
          new LonLat(Detection.roundDegrees(at.lon()), Detection.roundDegrees(at.lat()));
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(rounded)) {
        kept.add(rounded);
      }
    }
    return List.copyOf(kept);
  }

  /** Kilometres along the ground of its lines together. */
  public double lengthKm() {
    double metres = 0;
    for (List<LonLat> line : lines) {
      for (int i = 1; i < line.size(); i++) {
        metres += line.get(i - 1).metresTo(line.get(i));
      }
    }
    return metres / 1000;
  }
}
