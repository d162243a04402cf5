package org.borderwatch.data.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.detection.Source;

/** The detections of a scenario in time order, made one day at a time. Not thread-safe. */
final class DetectionStream implements Iterator<Detection> {
  private final long seed;
  private final List<Mouth> mouths;
  private final Flows flows;
  private final IntFunction<Watch> watches;
  private final Sightings sightings;

  private int day;
  private long crossings;
  private long detections;
  private List<Sightings.Seen> today = List.of();
  private int next;

  DetectionStream(
      long seed, List<Mouth> mouths, Flows flows, IntFunction<Watch> watches, Sightings sightings) {
    this.seed = seed;
    this.mouths = mouths;
    this.flows = flows;
    this.watches = watches;
    this.sightings = sightings;
  }

  @Override
  public boolean hasNext() {
    while (next == today.size() && day < Season.DAYS) {
      today = seenOn(day++);
      next = 0;
    }
    return next < today.size();
  }

  @Override
  public Detection next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return sightings.record(today.get(next++), reference(++detections));
  }

  private List<Sightings.Seen> seenOn(int date) {
    Watch watch = watches.apply(date);
    List<Sightings.Seen> seen = new ArrayList<>();
    for (Mouth mouth : mouths) {
      int count = flows.count(mouth, date);
      for (int i = 0; i < count; i++) {
        long crossing = crossings++;
        int second = flows.second(mouth, crossing);
        Source by = watch.sees(mouth, second, Draws.of(seed, Draws.Link.SEEN, crossing));
        if (by != null) {
          seen.add(new Sightings.Seen(crossing, mouth.no(), date, second, by));
        }
      }
    }
    seen.sort(
        Comparator.comparingInt(Sightings.Seen::second)
            .thenComparingLong(Sightings.Seen::crossing));
    return seen;
  }

  /** {@code DEMO-0000001} and on; longer from ten million on. */
  private static String reference(long number) {
    String digits = Long.toString(number);
    return "DEMO-" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }
}
