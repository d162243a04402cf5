package org.borderwatch.server.patrol.order;

import org.borderwatch.data.border.LonLat;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.patrol.area.PatrolArea;

/**
 * A place that a team passes in its area: where a trail comes to the border.
 *
 * @param name short enough for a handheld, such as {@code K1-2}
 * @param area that it lies in
 * @param at degrees
 */
public record Waypoint(String name, PatrolArea area, LonLat at) {

  /** Metres in UTM zone 48N (EPSG:32648). */
  public UtmZone.Metres metres() {
    return UtmZone.VIET_NAM.metres(at.lon(), at.lat());
  }
}
