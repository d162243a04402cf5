package org.borderwatch.server.hotspot.local;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.borderwatch.server.compute.Crew;

/**
 * Which places lie near which, in compressed rows: the neighbours of place i are {@code
 * index[start[i]]} to before {@code index[start[i + 1]]}, by rising number, i itself among them.
 *
 * <p>Plane metres. Two places are neighbours when their distance is at most {@code band + 1e-6 m +
 * 1e-9 band}: what is exactly a band apart stays so after a projection. Places at the same point
 * are neighbours. O(n k) for k neighbours, where places don't all crowd into one band. Takes 4
 * bytes a pair and place, and 45 bytes a place more while it is made. Immutable as long as nobody
 * writes into its arrays, hence thread-safe.
 */
public final class Neighbours {
  /** As long as an array may be. */
  private static final int MOST_PAIRS = Integer.MAX_VALUE - 8;

  private final int[] start;
  private final int[] index;

  private Neighbours(int[] start, int[] index) {
    this.start = start;
    this.index = index;
  }

  /**
   * All pairs within a distance.
   *
   * @param xMetres of each place
   * @param yMetres of each place
   * @param bandMetres 0 or more; with 0 only places at the same point are neighbours
   * @throws IllegalArgumentException when coordinates aren't finite or not as many, when the band
   *     is negative, and for 2^31 pairs or more (a place with itself is one, two places are two)
   */
  public static Neighbours within(
      double[] xMetres, double[] yMetres, double bandMetres, Crew crew) {
    Band band = new Band(bandMetres);
    Band.requireFinite(xMetres, yMetres);
    int n = xMetres.length;
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    Strips strips = new Strips(xMetres, yMetres, all, band.reachMetres(), crew);
    int[] start = new int[n + 1];
    AtomicLong pairs = new AtomicLong();
    strips.visit(crew, () -> new Counter(strips, band, start, pairs));
    for (int i = 0; i < n; i++) {
      start[i + 1] += start[i];
    }
    int[] index = new int[start[n]];
    strips.visit(crew, () -> new Filler(strips, band, start, index));
    return new Neighbours(start, index);
  }

  /** How many places there are. */
  public int size() {
    return start.length - 1;
  }

  /** How many neighbours a place has, itself among them. */
  public int count(int place) {
    return start[place + 1] - start[place];
  }

  /** Where the neighbours of each place begin, and at last where all end. Not a copy. */
  public int[] start() {
    return start;
  }

  /** The neighbours of all places, one after the other. Not a copy. */
  public int[] index() {
    return index;
  }

  /** Counts the neighbours of each place, and gives up when they are too many. */
  private static final class Counter implements Strips.Visitor {
    private final Strips strips;
    private final Band band;
    private final double reachSquared;
    private final int[] start;
    private final AtomicLong pairs;
    private int at;
    private long count;

    Counter(Strips strips, Band band, int[] start, AtomicLong pairs) {
      this.strips = strips;
      this.band = band;
      this.reachSquared = band.reachMetres() * band.reachMetres();
      this.start = start;
      this.pairs = pairs;
    }

    @Override
    public void begin(int position) {
      at = position;
      count = 0;
    }

    @Override
    public void run(int from, int until) {
      double[] x = strips.x;
      double[] y = strips.y;
      double x0 = x[at];
      double y0 = y[at];
      int found = 0;
      for (int i = from; i < until; i++) {
        double dx = x[i] - x0;
        double dy = y[i] - y0;
        // -1 outside, 0 within: half of the points are outside, so a branch would be guessed wrong.
        found += 1 + (int) (Double.doubleToRawLongBits(reachSquared - (dx * dx + dy * dy)) >> 63);
      }
      count += found;
    }

    @Override
    public void end() {
      if (pairs.addAndGet(count) > MOST_PAIRS) {
        throw new IllegalArgumentException(
            String.format(
                "More than %,d pairs of places lie within %s m: choose a shorter band.",
                MOST_PAIRS, band.metres()));
      }
      start[strips.point[at] + 1] = (int) count;
    }
  }

  /** Writes the neighbours of each place where they belong, by rising number. */
  private static final class Filler implements Strips.Visitor {
    private final Strips strips;
    private final double reachSquared;
    private final int[] start;
    private final int[] index;
    private int[] found = new int[256];
    private int at;
    private int count;

    Filler(Strips strips, Band band, int[] start, int[] index) {
      this.strips = strips;
      this.reachSquared = band.reachMetres() * band.reachMetres();
      this.start = start;
      this.index = index;
    }

    @Override
    public void begin(int position) {
      at = position;
      count = 0;
    }

    @Override
    public void run(int from, int until) {
      if (count + until - from > found.length) {
        found = Arrays.copyOf(found, 2 * (count + until - from));
      }
      double[] x = strips.x;
      double[] y = strips.y;
      int[] point = strips.point;
      int[] to = found;
      double x0 = x[at];
      double y0 = y[at];
      int next = count;
      for (int i = from; i < until; i++) {
        double dx = x[i] - x0;
        double dy = y[i] - y0;
        to[next] = point[i];
        next += 1 + (int) (Double.doubleToRawLongBits(reachSquared - (dx * dx + dy * dy)) >> 63);
      }
      count = next;
    }

    @Override
    public void end() {
      Arrays.sort(found, 0, count);
      System.arraycopy(found, 0, index, start[strips.point[at]], count);
    }
  }
}
