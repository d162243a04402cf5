package org.borderwatch.data.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast a car goes on a kind of way when nothing is in its way, in km/h: the speed of the class,
 * or that of the surface where it is lower. Lights, traffic and weather are not in it, and slope is
 * not either; a vehicle on a way that isn't made for any ({@link #isForVehicles}), where it is
 * allowed nevertheless, goes at {@value #BESIDE_WALKERS_KMH} km/h.
 *
 * <p>Source: the orders of magnitude are those of the car profile of OSRM (project-osrm.org, as of
 * 2024); motorways and trunk roads keep to what is driven in Viet Nam (Circular 38/2024/TT-BGTVT:
 * 120 at most on motorways, 80 outside towns on undivided roads), and tracks, which that profile
 * leaves out, are 15.
 */
public final class DrivingSpeed {
  private static final double BESIDE_WALKERS_KMH = 10;

  /** Where the surface says nothing, it slows nobody down. */
  private static final Map<String, Integer> SURFACE_KMH =
      Map.ofEntries(
          Map.entry("compacted", 60),
          Map.entry("fine_gravel", 60),
          Map.entry("paving_stones", 60),
          Map.entry("bricks", 60),
          Map.entry("metal", 60),
          Map.entry("gravel", 40),
          Map.entry("unpaved", 40),
          Map.entry("pebblestone", 40),
          Map.entry("wood", 40),
          Map.entry("sett", 40),
          Map.entry("grass_paver", 40),
          Map.entry("dirt", 30),
          Map.entry("ground", 30),
          Map.entry("earth", 30),
          Map.entry("clay", 30),
          Map.entry("unhewn_cobblestone", 30),
          Map.entry("cobblestone", 30),
          Map.entry("grass", 20),
          Map.entry("sand", 15),
          Map.entry("rock", 15),
          Map.entry("stone", 15),
          Map.entry("mud", 10));

  private DrivingSpeed() {}

  /** Whether a way of this class is for vehicles unless it says otherwise. */
  public static boolean isForVehicles(WayClass wayClass) {
    return wayClass.ordinal() <= WayClass.TRACK.ordinal();
  }

  /**
   * Kilometres per hour.
   *
   * @param surface as OpenStreetMap's {@code surface} says it; null when not known
   */
  public static double kmh(WayClass wayClass, @Nullable String surface) {
    double most = ofClass(wayClass);
    Integer onSurface = surface == null ? null : SURFACE_KMH.get(surface);
    return onSurface == null ? most : Math.min(most, onSurface);
  }

  private static double ofClass(WayClass wayClass) {
    return switch (wayClass) {
      case MOTORWAY -> 90;
      case TRUNK -> 70;
      case PRIMARY -> 60;
      case SECONDARY -> 50;
      case MOTORWAY_LINK, TRUNK_LINK, TERTIARY -> 40;
      case PRIMARY_LINK -> 35;
      case SECONDARY_LINK, UNCLASSIFIED -> 30;
      case TERTIARY_LINK, RESIDENTIAL -> 25;
      case ROAD -> 20;
      case SERVICE, TRACK -> 15;
      case LIVING_STREET, PEDESTRIAN, FOOTWAY, CYCLEWAY, BRIDLEWAY, STEPS, PATH ->
          BESIDE_WALKERS_KMH;
    };
  }
}
