package org.borderwatch.server.effort;

import java.util.Arrays;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderLocator.Chainage;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.geo.UtmZone;
import org.jspecify.annotations.Nullable;

/**
 * Patrol tracks as flat arrays: the vertices of all of them one after the other. From a vertex to
 * the next of the same leg leads a piece, straight and of constant speed. Immutable but for the
 * kilometres of the border, which are looked up when first asked for; thread-safe.
 */
final class TrackColumns {
  /** A piece is cut into parts of at most this length, each at the kilometre of its middle. */
  static final double PART_METRES = 400;

  /** What one crew member takes at once. */
  static final int TRACKS_A_PART = 256;

  private static final double DEGREE = 1e7;
  private static final double MICROS = 1e6;

  private final int[] station;
  private final boolean[] synthetic;

  /** Vertices of track {@code t} are {@code firstVertex[t]..firstVertex[t + 1] - 1}. */
  private final int[] firstVertex;

  private final int[] lonE7;
  private final int[] latE7;
  private final long[] second;

  /** Whether a piece begins at the vertex; not where a leg ends. */
  private final boolean[] begins;

  /** Length of the piece that begins at the vertex. */
  private final double[] metres;

  /** East and north of each vertex in {@link UtmZone#VIET_NAM}. */
  private final double[] plane;

  private volatile @Nullable PartKilometres kilometres;

  /** What an earlier version looked up, and for how many of the first vertices it holds. */
  private @Nullable PartKilometres inherited;

  private int inheritedVertices;

  TrackColumns(
      int[] station,
      boolean[] synthetic,
      int[] firstVertex,
      int[] lonE7,
      int[] latE7,
      long[] second,
      boolean[] begins,
      double[] metres) {
    this.station = station;
    this.synthetic = synthetic;
    this.firstVertex = firstVertex;
    this.lonE7 = lonE7;
    this.latE7 = latE7;
    this.second = second;
    this.begins = begins;
    this.metres = metres;
    plane = new double[2 * second.length];
    for (int v = 0; v < second.length; v++) {
      UtmZone.VIET_NAM.metres(lon(v), lat(v), plane, 2 * v);
    }
  }

  /** Number of tracks. */
  int size() {
    return station.length;
  }

  /** Number of vertices of all tracks. */
  int vertices() {
    return second.length;
  }

  int station(int track) {
    return station[track];
  }

  boolean synthetic(int track) {
    return synthetic[track];
  }

  int firstVertex(int track) {
    return firstVertex[track];
  }

  /** The vertex after the last one of the track. */
  int endVertex(int track) {
    return firstVertex[track + 1];
  }

  long second(int vertex) {
    return second[vertex];
  }

  boolean begins(int vertex) {
    return begins[vertex];
  }

  double metres(int vertex) {
    return metres[vertex];
  }

  double lon(int vertex) {
    return lonE7[vertex] / DEGREE;
  }

  double lat(int vertex) {
    return latE7[vertex] / DEGREE;
  }

  /** Where the vertex lies in {@code zone}: east to {@code target[at]}, north after it. */
  void plane(UtmZone zone, int vertex, double[] target, int at) {
    if (zone.equals(UtmZone.VIET_NAM)) {
      target[at] = plane[2 * vertex];
      target[at + 1] = plane[2 * vertex + 1];
    } else {
      zone.metres(lon(vertex), lat(vertex), target, at);
    }
  }

  /** Microseconds from the begin of the piece to the fraction {@code along} of it. */
  long micros(int vertex, double along) {
    return Math.round(along * (second[vertex + 1] - second[vertex]) * MICROS);
  }

  /** Micrometres from the begin of the piece to the fraction {@code along} of it. */
  long micrometres(int vertex, double along) {
    return Math.round(along * metres[vertex] * MICROS);
  }

  int crewParts() {
    return (size() + TRACKS_A_PART - 1) / TRACKS_A_PART;
  }

  /**
   * The kilometres of the border nearest to the parts of pieces.
   *
   * @param firstPart of the piece that begins at each vertex; one more entry than vertices
   * @param with whose line is nearest, by the number of the part
   * @param km chainage there, to a decimetre or so
   */
  record PartKilometres(int[] firstPart, byte[] with, float[] km) {
    private static final Neighbour[] NEIGHBOURS = Neighbour.values();

    int parts(int vertex) {
      return firstPart[vertex + 1] - firstPart[vertex];
    }

    boolean isAlong(Neighbour line, int part) {
      return NEIGHBOURS[with[part]] == line;
    }
  }

  /**
   * Takes over what an earlier version looked up of the tracks that both begin with: new ones come
   * last. Only before anybody else sees this one.
   */
  void inherit(TrackColumns before) {
    PartKilometres known = before.kilometres;
    if (known != null) {
      int same = Math.min(common(Arrays.mismatch(lonE7, before.lonE7)), vertices());
      same = Math.min(same, common(Arrays.mismatch(latE7, before.latE7)));
      same = Math.min(same, common(Arrays.mismatch(begins, before.begins)));
      inherited = known;
      // The piece from the last of them may lead elsewhere.
      inheritedVertices = Math.max(0, same - 1);
    }
  }

  private int common(int mismatch) {
    return mismatch < 0 ? vertices() : mismatch;
  }

  /** Looks the kilometres up, with {@code crew}, when nobody has done so. */
  PartKilometres kilometres(BorderLocator locator, Crew crew) {
    PartKilometres found = kilometres;
    return found == null ? locateOnce(locator, crew) : found;
  }

  private synchronized PartKilometres locateOnce(BorderLocator locator, Crew crew) {
    PartKilometres found = kilometres;
    if (found == null) {
      found = locate(locator, crew);
      kilometres = found;
      inherited = null;
    }
    return found;
  }

  private PartKilometres locate(BorderLocator locator, Crew crew) {
    int[] firstPart = new int[vertices() + 1];
    for (int v = 0; v < vertices(); v++) {
      int parts = begins[v] ? Math.max(1, (int) Math.ceil(metres[v] / PART_METRES)) : 0;
      firstPart[v + 1] = Math.addExact(firstPart[v], parts);
    }
    byte[] with = new byte[firstPart[vertices()]];
    float[] km = new float[with.length];
    PartKilometres known = inherited;
    int located = known == null ? 0 : inheritedVertices;
    if (known != null) {
      System.arraycopy(known.with(), 0, with, 0, firstPart[located]);
      System.arraycopy(known.km(), 0, km, 0, firstPart[located]);
    }
    crew.each(
        crewParts(),
        crewPart -> {
          int first = crewPart * TRACKS_A_PART;
          int last = Math.min(size(), first + TRACKS_A_PART);
          for (int v = Math.max(located, firstVertex[first]); v < firstVertex[last]; v++) {
            int parts = firstPart[v + 1] - firstPart[v];
            for (int i = 0; i < parts; i++) {
              double along = (i + 0.5) / parts;
              Chainage place =
                  locator.chainage(
                      lon(v) + along * (lon(v + 1) - lon(v)),
                      lat(v) + along * (lat(v + 1) - lat(v)));
              with[firstPart[v] + i] = (byte) place.with().ordinal();
              km[firstPart[v] + i] = (float) place.km();
            }
          }
        });
    return new PartKilometres(firstPart, with, km);
  }
}
