package org.borderwatch.data.detection;

import java.util.Map;
import org.borderwatch.data.Word;

/** A column of a file of detections, and a property of a GeoJSON feature, in the written order. */
public enum DetectionField implements Word {
  SOURCE_REF,
  OBSERVED_AT,
  LON,
  LAT,
  ACCURACY_M,
  DIRECTION,
  SETTING,
  SOURCE,
  OUTCOME,
  PERSONS,
  WOMEN,
  CHILDREN,
  INDICATORS,
  STATION,
  ORIGIN;

  private static final Map<String, DetectionField> BY_CODE = Word.codes(DetectionField.class);

  /** Codes of every field, in alphabetical order. */
  public static Iterable<String> codes() {
    return BY_CODE.keySet();
  }

  /** Whether a row without it is refused; every other field has a default or may be unknown. */
  public boolean required() {
    return this == OBSERVED_AT || this == LON || this == LAT;
  }
}
