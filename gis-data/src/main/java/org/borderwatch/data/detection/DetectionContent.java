package org.borderwatch.data.detection;

import java.util.Comparator;
import java.util.stream.Collectors;

/** What a detection says, apart from its reference, as one text that is equal when it is equal. */
final class DetectionContent {
  private DetectionContent() {}

  /** {@code detection} with a source_ref made of everything else it says. */
  static Detection withMadeRef(Detection detection) {
    return new Detection(
        SourceRef.made(text(detection)),
        detection.observedAt(),
        detection.lon(),
        detection.lat(),
        detection.accuracyM(),
        detection.direction(),
        detection.setting(),
        detection.source(),
        detection.outcome(),
        detection.persons(),
        detection.women(),
        detection.children(),
        detection.indicators(),
        detection.station(),
        detection.origin());
  }

  // References are stored: this text may never change, or old files import twice.
  private static String text(Detection detection) {
    return detection.observedAt().getEpochSecond()
        + "|"
        + Math.round(detection.lon() * 1e7)
        + "|"
        + Math.round(detection.lat() * 1e7)
        + "|"
        + detection.accuracyM()
        + "|"
        + detection.direction().code()
        + "|"
        + detection.setting().code()
        + "|"
        + detection.source().code()
        + "|"
        + detection.outcome().code()
        + "|"
        + detection.persons()
        + "|"
        + detection.women()
        + "|"
        + detection.children()
        + "|"
        + indicators(detection)
        + "|"
        + detection.station()
        + "|"
        + detection.origin();
  }

  private static String indicators(Detection detection) {
    return detection.indicators().isEmpty()
        ? ""
        : detection.indicators().stream()
            .sorted(Comparator.naturalOrder())
            .map(Indicator::code)
            .collect(Collectors.joining(";"));
  }
}
