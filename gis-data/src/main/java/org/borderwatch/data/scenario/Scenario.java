package org.borderwatch.data.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.SensorWatch;
import org.borderwatch.data.place.Gates;
import org.borderwatch.data.place.Places;

/**
 * A made-up two and a half years on the border of Lạng Sơn: January 2022 to June 2024.
 *
 * <p>Everything is simulated and must be labelled synthetic wherever it is seen. At scale 1 there
 * are about 20,000 detections of 4.0 persons on average; the number grows with the scale. The same
 * seed and scale give the same detections on every machine. Immutable and thread-safe; each
 * iteration starts anew.
 */
public final class Scenario {
  /** The seed of the demo that comes with the program. */
  public static final long DEMO_SEED = 2024;

  private final long seed;
  private final LandBorder border;
  private final Places places;
  private final List<Mouth> mouths;
  private final List<DemoStation> stations;
  private final Flows flows;
  private final PatrolEffort effort;
  private final SensorWatches sensors;
  private final Sightings sightings;
  private final PatrolWalks walks;

  /** A scenario on the layers that come with the program, which it loads. */
  public Scenario(long seed, double scale) {
    this(seed, scale, LandBorder.load(), Places.load());
  }

  /** A scenario on layers that are loaded already. */
  public Scenario(long seed, double scale, LandBorder border, Places places) {
    if (!(scale > 0 && scale <= 10_000)) {
      throw new IllegalArgumentException("scale is " + scale + "; above 0, at most 10,000");
    }
    BorderLocator locator = new BorderLocator(border);
    this.seed = seed;
    this.border = border;
    this.places = places;
    mouths = TrailMouths.of(seed, border, locator, Gates.load(border, locator, places));
    stations = DemoStations.of(seed, border, locator, places);
    flows = new Flows(seed, scale, mouths);
    effort = new PatrolEffort(seed, stations, mouths);
    sensors = new SensorWatches(seed, mouths);
    sightings = new Sightings(seed, mouths, new Responsibility(mouths, stations, border, locator));
    walks = new PatrolWalks(seed, border, mouths, stations, effort);
  }

  /** The scenario that the program shows when it has no data of its own. */
  public static Scenario demo(LandBorder border, Places places) {
    return new Scenario(DEMO_SEED, 1, border, places);
  }

  /**
   * Every detection in time order, made on the way: a day is held at a time, so any scale streams.
   * {@code sourceRef} is {@code DEMO-0000001} and on.
   */
  public Iterator<Detection> detections() {
    return new DetectionStream(
        seed, mouths, flows, day -> new Watch(day, mouths, effort, sensors), sightings);
  }

  /** Hands every detection in time order to a receiver. */
  public void detections(Consumer<Detection> receiver) {
    detections().forEachRemaining(receiver);
  }

  /**
   * Where the patrols went that made the detections of source {@code patrol}, day by day, made on
   * the way; the control of a gate is one round a day. Some 38,000, whatever the scale. {@code
   * sourceRef} is {@code DEMO-P0000001} and on.
   */
  public Iterator<PatrolTrack> patrolTracks() {
    return walks.tracks();
  }

  /** When each sensor worked: a watch for each unbroken run of weeks. */
  public List<SensorWatch> sensorWatches() {
    return sensors.watches(stations);
  }

  /** Roads and trails. Made anew with each call, in about a second. */
  public DemoNetwork network() {
    return DemoNetwork.of(seed, border, new BorderLocator(border), places, mouths, stations);
  }

  /** The ways over {@code network} that the people of the detections came by. */
  public DemoRoutes routes(DemoNetwork network) {
    return new DemoRoutes(seed, network, mouths);
  }

  /** The made-up stations from west to east; their stretches tile the border of Lạng Sơn. */
  public List<DemoStation> stations() {
    return stations;
  }

  /** What was planted. */
  public Truth truth() {
    return new Truth(mouths);
  }

  /**
   * How many groups are expected to cross at a mouth on a day of the demo, seen or not, in an hour
   * of that day in Viet Nam. What an analysis should come near.
   *
   * @param hour 0 to 23
   */
  public double expectedCrossings(Mouth mouth, LocalDate day, int hour) {
    int number = (int) ChronoUnit.DAYS.between(Season.FIRST_DAY, day);
    if (number < 0 || number >= Season.DAYS) {
      throw new IllegalArgumentException(day + " isn't a day of the demo");
    }
    return flows.expected(mouth, number) * flows.hourShare(mouth, hour);
  }

  /** The patrols of a day of the demo, as they were planned: what {@link #patrolTracks} draws. */
  public List<PatrolShift> patrols(LocalDate day) {
    int number = (int) ChronoUnit.DAYS.between(Season.FIRST_DAY, day);
    if (number < 0 || number >= Season.DAYS) {
      throw new IllegalArgumentException(day + " isn't a day of the demo");
    }
    return effort.patrols(number);
  }

  PatrolEffort effort() {
    return effort;
  }

  SensorWatches sensors() {
    return sensors;
  }

  Flows flows() {
    return flows;
  }
}
