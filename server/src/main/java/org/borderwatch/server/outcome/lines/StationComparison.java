package org.borderwatch.server.outcome.lines;

import java.util.List;
import org.borderwatch.server.report.Funnel;

/**
 * Detections by patrol for the hours of it, station by station, over periods of the same length.
 *
 * @param periods names, this one last
 * @param stations with at least an hour or a detection in this period
 * @param rates events an hour of all stations, by period; NaN without hours
 * @param spread how much true rates differ in this period, as a share of the common one
 */
public record StationComparison(
    List<String> periods, List<Station> stations, double[] rates, double spread) {
  public StationComparison {
    periods = List.copyOf(periods);
    stations = List.copyOf(stations);
  }

  /** A station, and how it stood in each period. */
  public record Station(ReportingUnit unit, List<Funnel.Place> past) {
    public Station {
      past = List.copyOf(past);
    }

    /** In the period of the report. */
    public Funnel.Place now() {
      return past.get(past.size() - 1);
    }
  }
}
