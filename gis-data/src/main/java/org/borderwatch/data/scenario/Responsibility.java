package org.borderwatch.data.scenario;

import java.util.List;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Detection;

/**
 * Which station answers for a position near a mouth: the one on whose stretch its nearest border
 * lies; beyond the province's ends the first or last one. Immutable.
 *
 * <p>A position {@code r} metres from its mouth has its nearest border within {@code 2 r} of the
 * mouth, because the mouth itself is border. So the border is only searched when another station's
 * stretch comes that near.
 */
final class Responsibility {
  private final List<DemoStation> stations;
  private final BorderLocator locator;
  private final DemoStation[] own;
  private final double[] metresToOthers;

  Responsibility(
      List<Mouth> mouths, List<DemoStation> stations, LandBorder border, BorderLocator locator) {
    this.stations = stations;
    this.locator = locator;
    own = new DemoStation[mouths.size()];
    metresToOthers = new double[mouths.size()];
    for (Mouth mouth : mouths) {
      own[mouth.no()] = at(mouth.km());
      metresToOthers[mouth.no()] = metresToOthers(mouth, border.line(Neighbour.CN));
    }
  }

  DemoStation of(Mouth mouth, double metresFromMouth, double lon, double lat) {
    if (2 * metresFromMouth < metresToOthers[mouth.no()]) {
      return own[mouth.no()];
    }
    return at(locator.locate(Detection.roundDegrees(lon), Detection.roundDegrees(lat)).km());
  }

  private DemoStation at(double km) {
    return DemoStation.answering(stations, km);
  }

  /** Less a kilometre for the length of a segment and for what a plane gets wrong. */
  private double metresToOthers(Mouth mouth, BorderLine line) {
    double lonMetres = LineFrame.lonMetres(mouth.position().lat());
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < line.size(); i++) {
      if (at(line.km(i)) != own[mouth.no()]) {
        double dx = (line.lon(i) - mouth.position().lon()) * lonMetres;
        double dy = (line.lat(i) - mouth.position().lat()) * LineFrame.METRES_PER_DEGREE_LAT;
        nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
      }
    }
    return nearest - 1_000;
  }
}
