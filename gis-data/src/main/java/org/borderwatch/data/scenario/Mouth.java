package org.borderwatch.data.scenario;

import org.borderwatch.data.border.LonLat;
import org.borderwatch.data.detection.Setting;

/**
 * A place where people cross the line: the mouth of a trail, a river or a road, or a gate.
 *
 * @param no from 0 on, west to east, gates last
 * @param position on the line
 * @param km chainage on the line with China
 * @param strength share of all crossings at the middle of the demo; all add up to 1
 * @param inwardLon degrees of longitude that lead a metre into Viet Nam, square to the line
 * @param inwardLat degrees of latitude likewise
 * @param alongLon degrees of longitude that lead a metre along the line
 * @param alongLat degrees of latitude likewise
 * @param depthMetres how far one can go straight inward before Viet Nam ends again, at most 3,000
 */
public record Mouth(
    int no,
    LonLat position,
    double km,
    Setting setting,
    double strength,
    Trend trend,
    boolean hardlyPatrolled,
    double inwardLon,
    double inwardLat,
    double alongLon,
    double alongLat,
    double depthMetres) {

  /** How the flow changes over the five half-years. */
  public enum Trend {
    STEADY,
    /** Three times as strong at the end. */
    GROWING,
    /** A third as strong at the end. */
    FADING
  }

  public boolean isGate() {
    return setting == Setting.GATE;
  }
}
