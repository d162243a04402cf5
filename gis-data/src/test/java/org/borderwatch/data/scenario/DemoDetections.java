package org.borderwatch.data.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.place.Places;

/** The demo as the tests look at it, made once. */
final class DemoDetections {
  static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LandBorder BORDER = LandBorder.load();
  static final BorderLocator LOCATOR = new BorderLocator(BORDER);
  static final Places PLACES = Places.load();
  static final Scenario DEMO = Scenario.demo(BORDER, PLACES);
  static final List<Detection> ALL = list(DEMO);

  private DemoDetections() {}

  static List<Detection> list(Scenario scenario) {
    List<Detection> all = new ArrayList<>();
    scenario.detections(all::add);
    return all;
  }

  /** A hash over every field, the same on every machine. */
  static String hash(List<Detection> detections) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Detection d : detections) {
        String line =
            String.join(
                ",",
                d.sourceRef(),
                d.observedAt().toString(),
                Long.toString(Math.round(d.lon() * 1e7)),
                Long.toString(Math.round(d.lat() * 1e7)),
                String.valueOf(d.accuracyM()),
                d.direction().code(),
                d.setting().code(),
                d.source().code(),
                d.outcome().code(),
                Integer.toString(d.persons()),
                String.valueOf(d.women()),
                String.valueOf(d.children()),
                new TreeSet<>(d.indicators()).toString(),
                String.valueOf(d.station()),
                String.valueOf(d.origin()));
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static ZonedDateTime time(Detection detection) {
    return detection.observedAt().atZone(VIET_NAM);
  }

  /** 0 to 4. */
  static int halfYear(Detection detection) {
    ZonedDateTime time = time(detection);
    return 2 * (time.getYear() - 2022) + (time.getMonthValue() > 6 ? 1 : 0);
  }

  static BorderPosition border(Detection detection) {
    return LOCATOR.locate(detection.lon(), detection.lat());
  }
}
