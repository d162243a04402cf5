package org.borderwatch.data.detection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.border.BorderPosition;

/**
 * What a row is checked against beside itself.
 *
 * @param stations codes of the known stations
 * @param origins finds the code of a province by its code or name
 * @param border finds where a point lies along the land border
 * @param now nothing can have been seen later than this, give or take an hour of a wrong clock
 */
public record ImportRules(
    Set<String> stations, Origins origins, BorderLocating border, Instant now) {

  public ImportRules {
    stations = Set.copyOf(stations);
  }

  /** Finds provinces. Must be safe for several threads. */
  public interface Origins {
    /** The ISO 3166-2 code of the province that {@code text} names, by any of its names. */
    Optional<String> find(String text);

    /** The code of the province that was probably meant, when {@link #find} finds none. */
    Optional<String> nearest(String text);
  }

  /** Places points along the border. Must be safe for several threads. */
  @FunctionalInterface
  public interface BorderLocating {
    /** Where the point (degrees, WGS 84) lies along the land border. */
    BorderPosition locate(double lon, double lat);
  }
}
