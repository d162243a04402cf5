package org.borderwatch.data.route;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.CleanText;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Checks routes: a row becomes a route, or is refused with everything that is wrong with it. */
public final class RouteParser {
  /** Viet Nam and the countries around it, in degrees; routes go deep into them. */
  private static final double WEST = 90;

  private static final double EAST = 125;
  private static final double SOUTH = 0;
  private static final double NORTH = 35;

  private static final int SHOWN_POSITIONS = 40;

  private final boolean synthetic;
  private final boolean makesCodes;

  private RouteParser(boolean synthetic, boolean makesCodes) {
    this.synthetic = synthetic;
    this.makesCodes = makesCodes;
  }

  /** For a form: whoever fills it in gives the code. */
  public static RouteParser ofForm(boolean synthetic) {
    return new RouteParser(synthetic, false);
  }

  /**
   * For a file: a route without a code gets one made of its lines, so that importing it twice
   * changes nothing; one without a name is called by its code.
   */
  public static RouteParser ofFile(boolean synthetic) {
    return new RouteParser(synthetic, true);
  }

  /** The route, or null after telling {@code refusals} why not. */
  public @Nullable TraffickingRoute parse(RouteRow row, Consumer<Refusal> refusals) {
    Refusal broken = row.broken();
    if (broken != null) {
      refusals.accept(broken);
      return null;
    }
    Check check = new Check(row, refusals);
    List<List<LonLat>> lines = check.lines();
    String code = code(row, check, lines);
    String name = check.place(RouteField.NAME, PlaceText.LONGEST_NAME);
    if (name == null && row.text(RouteField.NAME) == null) {
      if (makesCodes) {
        name = code;
      } else {
        check.refuse(
            RouteField.NAME, "", RefusalReason.MISSING, "Name places on the way", "Ghi địa danh");
      }
    }
    RouteStatus status = check.status();
    String origin = check.place(RouteField.ORIGIN, PlaceText.LONGEST_PLACE);
    String destination = check.place(RouteField.DESTINATION, PlaceText.LONGEST_PLACE);
    List<String> transit = check.transit();
    Set<EvidenceKind> evidence = check.evidence();
    Set<UUID> detections = check.detections();
    return check.failed || name == null
        ? null
        : new TraffickingRoute(
            code,
            name,
            status,
            origin,
            transit,
            destination,
            lines,
            null,
            evidence,
            detections,
            synthetic);
  }

  private String code(RouteRow row, Check check, List<List<LonLat>> lines) {
    String text = row.text(RouteField.CODE);
    if (text == null && makesCodes) {
      return made(lines);
    }
    String code = text == null ? "" : text.toUpperCase(Locale.ROOT);
    if (text == null) {
      check.refuse(
          RouteField.CODE,
          "",
          RefusalReason.MISSING,
          "Write a code such as LS-01",
          "Ghi mã như LS-01");
    } else if (!TraffickingRoute.isCode(code)) {
      check.refuse(RouteField.CODE, "", RefusalReason.BAD_ROUTE_CODE);
    }
    return code;
  }

  // Codes are stored: what they are made of may never change, or old files import twice.
  private static String made(List<List<LonLat>> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<LonLat> line : lines) {
        digest.update((byte) '|');
        for (LonLat at : line) {
          digest.update(
              ByteBuffer.allocate(16)
                  .putLong(Math.round(at.lon() * 1e7))
                  .putLong(Math.round(at.lat() * 1e7))
                  .array());
        }
      }
      byte[] made = Arrays.copyOf(digest.digest(), 6);
      return "R-" + HexFormat.of().withUpperCase().formatHex(made);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One row while it is checked. */
  private static final class Check {
    private final RouteRow row;
    private final Consumer<Refusal> refusals;
    private boolean failed;

    Check(RouteRow row, Consumer<Refusal> refusals) {
      this.row = row;
      this.refusals = refusals;
    }

    void refuse(RouteField field, String value, RefusalReason why, String... arguments) {
      refuse(field.code(), value, why, arguments);
    }

    private void refuse(String field, String value, RefusalReason why, String... arguments) {
      failed = true;
      refusals.accept(new Refusal(row.line(), field, value, why, List.of(arguments)));
    }

    /** A place; what is refused is never repeated, for it may tell of a person. */
    @Nullable String place(RouteField field, int longest) {
      String text = row.text(field);
      return text == null ? null : place(field, text, longest);
    }

    private @Nullable String place(RouteField field, String text, int longest) {
      if (text.length() > longest) {
        refuse(field, "", RefusalReason.FIELD_TOO_LONG, String.valueOf(longest));
      } else if (!PlaceText.isPlace(text)) {
        refuse(field, "", RefusalReason.NOT_A_PLACE);
      } else {
        return text;
      }
      return null;
    }

    RouteStatus status() {
      String text = row.text(RouteField.STATUS);
      if (text == null) {
        return RouteStatus.SUSPECTED;
      }
      return word(RouteField.STATUS, RouteStatus.class, text).orElse(RouteStatus.SUSPECTED);
    }

    private <E extends Enum<E> & Word> Optional<E> word(
        RouteField field, Class<E> type, String text) {
      Optional<E> word = Word.byCode(type, text.toLowerCase(Locale.ROOT));
      if (word.isEmpty()) {
        Set<String> known = Word.codes(type).keySet();
        LikelyWord.among(known, text)
            .ifPresentOrElse(
                near -> refuse(field, text, RefusalReason.MISSPELT_WORD, near),
                () -> refuse(field, text, RefusalReason.UNKNOWN_WORD, String.join(", ", known)));
      }
      return word;
    }

    private List<String> entries(RouteField field, int most) {
      String text = row.text(field);
      List<String> entries = new ArrayList<>();
      for (String entry : text == null ? new String[0] : text.split(";", -1)) {
        String clean = CleanText.clean(entry);
        if (clean != null) {
          entries.add(clean);
        }
      }
      if (entries.size() > most) {
        refuse(field, "", RefusalReason.TOO_MANY_ENTRIES, String.valueOf(most));
        return List.of();
      }
      return entries;
    }

    List<String> transit() {
      List<String> places = new ArrayList<>();
      for (String entry : entries(RouteField.TRANSIT, TraffickingRoute.MOST_TRANSIT)) {
        String place = place(RouteField.TRANSIT, entry, PlaceText.LONGEST_PLACE);
        if (place != null) {
          places.add(place);
        }
      }
      return places;
    }

    Set<EvidenceKind> evidence() {
      Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
      for (String entry : entries(RouteField.EVIDENCE, 100)) {
        word(RouteField.EVIDENCE, EvidenceKind.class, entry).ifPresent(kinds::add);
      }
      return kinds;
    }

    Set<UUID> detections() {
      Set<UUID> ids = new LinkedHashSet<>();
      for (String entry : entries(RouteField.DETECTIONS, TraffickingRoute.MOST_DETECTIONS)) {
        try {
          ids.add(UUID.fromString(entry.length() == 36 ? entry : ""));
        } catch (IllegalArgumentException notOne) {
          refuse(RouteField.DETECTIONS, entry, RefusalReason.BAD_DETECTION_ID);
        }
      }
      return ids;
    }

    List<List<LonLat>> lines() {
      if (row.positions() > TraffickingRoute.MOST_POSITIONS) {
        refuse(
            "geometry",
            "",
            RefusalReason.TOO_MANY_POSITIONS,
            String.valueOf(TraffickingRoute.MOST_POSITIONS));
        return List.of();
      }
      List<List<LonLat>> lines = new ArrayList<>();
      for (List<double[]> line : row.lines()) {
        List<LonLat> one = line(line);
        if (failed) {
          return List.of();
        }
        List<LonLat> rounded = TraffickingRoute.rounded(one);
        if (rounded.size() >= 2) {
          lines.add(rounded);
        }
      }
      if (lines.isEmpty()) {
        refuse("geometry", "", RefusalReason.NOT_A_ROUTE);
      }
      return lines;
    }

    private List<LonLat> line(List<double[]> positions) {
      List<LonLat> line = new ArrayList<>(positions.size());
      for (double[] at : positions) {
        if (isAround(at[0], at[1])) {
          line.add(new LonLat(at[0], at[1]));
        } else if (isAround(at[1], at[0])) {
          refuse(
              "geometry",
              shown(at),
              RefusalReason.SWAPPED,
              String.valueOf(at[1]),
              String.valueOf(at[0]));
          return line;
        } else {
          refuse(
              "geometry",
              shown(at),
              RefusalReason.OUT_OF_RANGE,
              (int) WEST + ", " + (int) SOUTH,
              (int) EAST + ", " + (int) NORTH);
          return line;
        }
      }
      return line;
    }

    private static boolean isAround(double lon, double lat) {
      return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
    }

    private static String shown(double[] at) {
      return CleanText.shown(at[0] + ", " + at[1], SHOWN_POSITIONS);
    }
  }
}
