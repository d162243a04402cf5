package org.borderwatch.server.effort;

import java.util.function.IntConsumer;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.effort.TrackColumns.PartKilometres;

/**
 * Counts patrol tracks by section of one neighbour's line: the parts of a piece, {@value
 * TrackColumns#PART_METRES} metres at most, each count at the kilometre nearest to their middle.
 * Not for several threads.
 */
final class SectionCut implements IntConsumer {
  private final TrackColumns tracks;
  private final PartKilometres kilometres;
  private final Chosen chosen;
  private final StepClock clock;
  private final Neighbour line;
  private final Sections sections;
  private final EffortTally tally;

  /**
   * Sections {@code floor(km * 1000 / metres)} of a line.
   *
   * @param first number of the first
   * @param count how many
   */
  record Sections(double metres, int first, int count) {
    Sections {
      if (!(metres > 0) || count < 0) {
        throw new IllegalArgumentException("sections of " + metres + " m: " + count);
      }
    }

    /** Number of the section among these, or -1. */
    int of(double km) {
      double section = Math.floor(km * 1000 / metres) - first;
      return section >= 0 && section < count ? (int) section : -1;
    }
  }

  SectionCut(
      TrackColumns tracks,
      PartKilometres kilometres,
      Chosen chosen,
      StepClock clock,
      Neighbour line,
      Sections sections) {
    this.tracks = tracks;
    this.kilometres = kilometres;
    this.chosen = chosen;
    this.clock = clock;
    this.line = line;
    this.sections = sections;
    tally = new EffortTally(sections.count(), clock.steps());
  }

  EffortTally tally() {
    return tally;
  }

  @Override
  public void accept(int crewPart) {
    int first = crewPart * TrackColumns.TRACKS_A_PART;
    int end = Math.min(tracks.size(), first + TrackColumns.TRACKS_A_PART);
    for (int track = first; track < end; track++) {
      int from = tracks.firstVertex(track);
      int last = tracks.endVertex(track) - 1;
      if (chosen.has(tracks.station(track), tracks.synthetic(track))
          && clock.meets(tracks.second(from), tracks.second(last))) {
        for (int v = from; v < last; v++) {
          if (tracks.begins(v) && clock.meets(tracks.second(v), tracks.second(v + 1))) {
            piece(v);
          }
        }
      }
    }
  }

  private void piece(int vertex) {
    long begin = tracks.second(vertex);
    double seconds = tracks.second(vertex + 1) - begin;
    long at = clock.clipFrom(begin);
    long end = clock.clipUntil(tracks.second(vertex + 1));
    for (int step = clock.step(at); at < end; step++) {
      long next = Math.min(end, clock.end(step));
      parts(vertex, step, (at - begin) / seconds, (next - begin) / seconds);
      at = next;
    }
  }

  private void parts(int vertex, int step, double from, double until) {
    int parts = kilometres.parts(vertex);
    int firstPart = kilometres.firstPart()[vertex];
    double at = from;
    for (int i = Math.min(parts - 1, (int) (from * parts)); i < parts && at < until; i++) {
      double next = i == parts - 1 ? until : Math.min(until, (i + 1.0) / parts);
      int section =
          kilometres.isAlong(line, firstPart + i)
              ? sections.of(kilometres.km()[firstPart + i])
              : -1;
      if (section >= 0) {
        tally.addPatrol(
            section,
            step,
            tracks.micros(vertex, next) - tracks.micros(vertex, at),
            tracks.micrometres(vertex, next) - tracks.micrometres(vertex, at));
      }
      at = Math.max(at, next);
    }
  }
}
