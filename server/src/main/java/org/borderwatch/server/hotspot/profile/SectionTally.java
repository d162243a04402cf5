package org.borderwatch.server.hotspot.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.detection.EventSink;

/**
 * Counts events and people by section {@code floor(km * 1000 / sectionMetres)} of one neighbour's
 * line and step of time. What belongs to section {@code i} and step {@code t} stands at {@code i *
 * steps + t}. Sums are whole numbers. One thread's.
 */
public final class SectionTally implements EventSink {
  private final Neighbour line;
  private final Set<Source> sources;
  private final double sectionMetres;
  private final int sections;
  private final long[] bounds;
  private final double[] detections;
  private final double[] persons;

  /**
   * Nothing counted yet.
   *
   * @param sections how many there are, from the western end on; the last takes what lies beyond
   * @param bounds seconds since 1970 at which the steps begin, and last the end of the last one
   */
  public SectionTally(Neighbour line, double sectionMetres, int sections, long[] bounds) {
    this(line, sectionMetres, sections, bounds, EnumSet.allOf(Source.class));
  }

  /** The same of these sources alone. */
  public SectionTally(
      Neighbour line, double sectionMetres, int sections, long[] bounds, Set<Source> sources) {
    this.line = line;
    this.sources = sources;
    this.sectionMetres = sectionMetres;
    this.sections = sections;
    this.bounds = bounds;
    this.detections = new double[sections * (bounds.length - 1)];
    this.persons = new double[detections.length];
  }

  /** How many sections a line has; the last may be shorter than the others. */
  public static int sections(double lengthKm, double sectionMetres) {
    return (int) Math.max(1, Math.ceil(lengthKm * 1000 / sectionMetres));
  }

  @Override
  public void event(
      double lon,
      double lat,
      long second,
      int people,
      Source source,
      Neighbour with,
      double borderKm) {
    if (with != line
        || !sources.contains(source)
        || second < bounds[0]
        || second >= bounds[bounds.length - 1]) {
      return;
    }
    int found = Arrays.binarySearch(bounds, second);
    int step = found >= 0 ? found : -found - 2;
    int section = (int) Math.min(sections - 1, Math.floor(borderKm * 1000 / sectionMetres));
    detections[section * (bounds.length - 1) + step]++;
    persons[section * (bounds.length - 1) + step] += people;
  }

  /** Adds what another counted by the same sections and steps. */
  public void add(SectionTally other) {
    for (int i = 0; i < detections.length; i++) {
      detections[i] += other.detections[i];
      persons[i] += other.persons[i];
    }
  }

  /** Events by section and step. */
  public double[] detections() {
    return detections;
  }

  /** People by section and step. */
  public double[] persons() {
    return persons;
  }
}
