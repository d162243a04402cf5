package org.borderwatch.data.detection;

import static org.borderwatch.data.detection.DetectionField.LAT;
import static org.borderwatch.data.detection.DetectionField.LON;

import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.ImportRules.BorderLocating;
import org.jspecify.annotations.Nullable;

/** Reads the position of a row and finds where on the land border it lies. */
final class PositionCheck {
  /** No detection is plausible farther than this from the land border. */
  private static final double FARTHEST_METRES = 300_000;

  private static final String FARTHEST_KM = "300";

  private final BorderLocating border;

  PositionCheck(BorderLocating border) {
    this.border = border;
  }

  /** A position and its place along the border. */
  record Place(double lon, double lat, BorderPosition along) {}

  @Nullable Place read(RowProblems problems) {
    double lon = degrees(LON, problems, "106.5654");
    double lat = degrees(LAT, problems, "22.4301");
    return Double.isNaN(lon) || Double.isNaN(lat) ? null : place(lon, lat, problems);
  }

  private @Nullable Place place(double lon, double lat, RowProblems problems) {
    if (lon == 0 && lat == 0) {
      problems.refuse(LON, RefusalReason.ZERO_POSITION);
      return null;
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      outOfRange(lon, lat, problems);
      return null;
    }
    double roundedLon = Detection.roundDegrees(lon);
    double roundedLat = Detection.roundDegrees(lat);
    BorderPosition along = border.locate(roundedLon, roundedLat);
    if (near(along)) {
      return new Place(roundedLon, roundedLat, along);
    }
    if (!refusedAsSwapped(lon, lat, problems)) {
      String km = String.valueOf(Math.round(Math.abs(along.offsetM()) / 1000));
      problems.refuse(LON, RefusalReason.FAR_FROM_BORDER, km, FARTHEST_KM);
    }
    return null;
  }

  private void outOfRange(double lon, double lat, RowProblems problems) {
    if (refusedAsSwapped(lon, lat, problems)) {
      return;
    }
    boolean metres = Math.abs(lon) > 1000 && Math.abs(lat) > 1000;
    if (metres) {
      problems.refuse(LON, RefusalReason.METRES, "106.5654");
    } else if (Math.abs(lon) > 180) {
      problems.refuse(LON, RefusalReason.OUT_OF_RANGE, "-180", "180");
    } else {
      problems.refuse(LAT, RefusalReason.OUT_OF_RANGE, "-90", "90");
    }
  }

  private boolean refusedAsSwapped(double lon, double lat, RowProblems problems) {
    boolean swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90 && near(border.locate(lat, lon));
    if (swapped) {
      problems.refuse(LON, RefusalReason.SWAPPED, text(lat), text(lon));
    }
    return swapped;
  }

  private static boolean near(BorderPosition along) {
    return Math.abs(along.offsetM()) <= FARTHEST_METRES;
  }

  private static String text(double degrees) {
    return String.valueOf(Detection.roundDegrees(degrees));
  }

  private static double degrees(DetectionField field, RowProblems problems, String example) {
    String text = problems.text(field);
    if (text == null) {
      return Double.NaN;
    }
    double degrees = NumberText.parse(text);
    if (Double.isNaN(degrees)) {
      problems.refuse(field, notANumber(text), example);
    }
    return degrees;
  }

  private static RefusalReason notANumber(String text) {
    if (NumberText.hasSeveralMarks(text)) {
      return RefusalReason.THOUSANDS;
    }
    boolean sexagesimal =
        !NumberText.written(text)
            && text.chars().anyMatch(Character::isDigit)
            && text.chars().anyMatch(c -> "°º'’′\"″NSEWnsewBĐbđ".indexOf(c) >= 0);
    return sexagesimal ? RefusalReason.DEGREES_MINUTES : RefusalReason.BAD_NUMBER;
  }
}
