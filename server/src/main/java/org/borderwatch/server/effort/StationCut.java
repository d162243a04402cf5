package org.borderwatch.server.effort;

/** Counts tracks and watches by the station that they belong to. Not for several threads. */
final class StationCut {
  private static final long MICROS = 1_000_000;

  private final Chosen chosen;
  private final StepClock clock;
  private final EffortTally tally;

  StationCut(int stations, Chosen chosen, StepClock clock) {
    this.chosen = chosen;
    this.clock = clock;
    tally = new EffortTally(stations, clock.steps());
  }

  EffortTally tally() {
    return tally;
  }

  void tracks(TrackColumns tracks) {
    for (int track = 0; track < tracks.size(); track++) {
      int from = tracks.firstVertex(track);
      int last = tracks.endVertex(track) - 1;
      if (chosen.has(tracks.station(track), tracks.synthetic(track))
          && clock.meets(tracks.second(from), tracks.second(last))) {
        for (int v = from; v < last; v++) {
          if (tracks.begins(v) && clock.meets(tracks.second(v), tracks.second(v + 1))) {
            piece(tracks, v, tracks.station(track));
          }
        }
      }
    }
  }

  private void piece(TrackColumns tracks, int vertex, int station) {
    long begin = tracks.second(vertex);
    long end = tracks.second(vertex + 1);
    double micrometres = tracks.micrometres(vertex, 1);
    long until = clock.clipUntil(end);
    long at = clock.clipFrom(begin);
    while (at < until) {
      int step = clock.step(at);
      long next = Math.min(until, clock.end(step));
      long share = Math.round(micrometres * (next - at) / (end - begin));
      tally.addPatrol(station, step, (next - at) * MICROS, share);
      at = next;
    }
  }

  void watches(WatchColumns watches) {
    for (int w = 0; w < watches.size(); w++) {
      if (!chosen.has(watches.station()[w], watches.synthetic()[w])
          || !clock.meets(watches.from()[w], watches.until()[w])) {
        continue;
      }
      long at = clock.clipFrom(watches.from()[w]);
      long until = clock.clipUntil(watches.until()[w]);
      while (at < until) {
        int step = clock.step(at);
        long next = Math.min(until, clock.end(step));
        tally.addSensor(watches.station()[w], step, (next - at) * MICROS);
        at = next;
      }
    }
  }
}
