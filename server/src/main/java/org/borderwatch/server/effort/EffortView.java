package org.borderwatch.server.effort;

import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.effort.SectionCut.Sections;
import org.borderwatch.server.effort.TrackColumns.PartKilometres;
import org.borderwatch.server.geo.PlaneCells;
import org.borderwatch.server.geo.UtmZone;
import org.jspecify.annotations.Nullable;

/**
 * Effort counted from flat arrays. Which member of a crew counts what never shows in the result:
 * sums are whole numbers.
 */
public final class EffortView implements EffortSource {
  private static final long MICROS = 1_000_000;

  private final String version;
  private final List<String> stationCodes;
  private final TrackColumns tracks;
  private final WatchColumns watches;
  private final BorderLocator locator;

  EffortView(
      String version,
      List<String> stationCodes,
      TrackColumns tracks,
      WatchColumns watches,
      BorderLocator locator) {
    this.version = version;
    this.stationCodes = List.copyOf(stationCodes);
    this.tracks = tracks;
    this.watches = watches;
    this.locator = locator;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public boolean hasAny(boolean synthetic) {
    for (int track = 0; track < tracks.size(); track++) {
      if (tracks.synthetic(track) == synthetic) {
        return true;
      }
    }
    for (boolean simulated : watches.synthetic()) {
      if (simulated == synthetic) {
        return true;
      }
    }
    return false;
  }

  /** Number of tracks of both kinds. */
  public int tracks() {
    return tracks.size();
  }

  /** Number of watches of both kinds. */
  public int watches() {
    return watches.size();
  }

  @Override
  public EffortCounts byCells(
      EffortFilter filter, PlaneCells cells, UtmZone zone, long[] stepBounds, Crew crew) {
    Chosen chosen = new Chosen(filter, stationCodes);
    StepClock clock = new StepClock(stepBounds, filter);
    EffortTally sum = new EffortTally(cells.size(), clock.steps());
    crew.each(tracks.crewParts(), () -> new CellCut(tracks, chosen, clock, cells, zone))
        .forEach(cut -> sum.add(cut.tally()));
    crew.each(watches.places(), () -> new CircleShare(watches, chosen, clock, cells, zone))
        .forEach(share -> sum.add(share.tally()));
    return sum.counts();
  }

  @Override
  public EffortCounts bySections(
      EffortFilter filter,
      Neighbour with,
      double sectionMetres,
      int firstSection,
      int sections,
      long[] stepBounds,
      Crew crew) {
    Chosen chosen = new Chosen(filter, stationCodes);
    StepClock clock = new StepClock(stepBounds, filter);
    Sections wanted = new Sections(sectionMetres, firstSection, sections);
    EffortTally sum = new EffortTally(sections, clock.steps());
    PartKilometres kilometres = tracks.kilometres(locator, crew);
    crew.each(
            tracks.crewParts(),
            () -> new SectionCut(tracks, kilometres, chosen, clock, with, wanted))
        .forEach(cut -> sum.add(cut.tally()));
    for (int place = 0; place < watches.places(); place++) {
      int section =
          watches.along()[place].with() == with ? wanted.of(watches.along()[place].km()) : -1;
      if (section >= 0) {
        sensors(sum, section, place, chosen, clock);
      }
    }
    return sum.counts();
  }

  @Override
  public StationEffort byStations(EffortFilter filter, long[] stepBounds) {
    StationCut cut =
        new StationCut(
            stationCodes.size(),
            new Chosen(filter, stationCodes),
            new StepClock(stepBounds, filter));
    cut.tracks(tracks);
    cut.watches(watches);
    return new StationEffort(stationCodes, cut.tally().counts());
  }

  /** Takes over what an earlier version has looked up already, before anybody sees this one. */
  EffortView after(@Nullable EffortView before) {
    if (before != null) {
      tracks.inherit(before.tracks);
    }
    return this;
  }

  /** Looks up what {@link #bySections} needs, so that the first who asks need not wait. */
  void prepareSections(Crew crew) {
    tracks.kilometres(locator, crew);
  }

  /** A sensor counts at the kilometre nearest to it, whole. */
  private void sensors(EffortTally sum, int section, int place, Chosen chosen, StepClock clock) {
    for (int w = watches.firstWatch()[place]; w < watches.firstWatch()[place + 1]; w++) {
      if (!chosen.has(watches.station()[w], watches.synthetic()[w])
          || !clock.meets(watches.from()[w], watches.until()[w])) {
        continue;
      }
      long at = clock.clipFrom(watches.from()[w]);
      long end = clock.clipUntil(watches.until()[w]);
      for (int step = clock.step(at); at < end; step++) {
        long next = Math.min(end, clock.end(step));
        sum.addSensor(section, step, (next - at) * MICROS);
        at = next;
      }
    }
  }
}
