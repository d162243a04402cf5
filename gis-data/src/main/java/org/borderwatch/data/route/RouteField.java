package org.borderwatch.data.route;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.borderwatch.data.Word;

/** The properties of a route, as files and forms have them. */
public enum RouteField implements Word {
  CODE,
  NAME,
  STATUS,
  ORIGIN,
  TRANSIT,
  DESTINATION,
  EVIDENCE,
  DETECTIONS;

  /**
   * What the server derives, and what programs number rows by: it may stand in a file that comes
   * back, and is passed over.
   */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "id",
          "fid",
          "ogc_fid",
          "objectid",
          "shape_leng",
          "length_km",
          "matched_share",
          "matched_sh",
          "border_with",
          "border_wit",
          "border_km",
          "synthetic",
          "unit",
          "recorded_at",
          "recorded_by",
          "recorded_a",
          "recorded_b",
          "version");

  /** Whether a property is passed over without a word. */
  public static boolean isPassedOver(String name) {
    return PASSED_OVER.contains(name);
  }

  /** All of them by name. */
  public static List<String> header() {
    return Arrays.stream(values()).map(Word::code).toList();
  }

  /** All of them, for a sentence. */
  static String known() {
    return String.join(", ", header());
  }
}
