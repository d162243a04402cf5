package org.borderwatch.data.network;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may go where, by the tags of OpenStreetMap.
 *
 * <ul>
 *   <li>The most particular tag counts: {@code foot} before {@code access}; {@code motorcar},
 *       {@code motor_vehicle}, {@code vehicle}, {@code access}. Closed are {@code no}, {@code
 *       private}, {@code agricultural}, {@code forestry}, {@code military}, {@code emergency},
 *       {@code use_sidepath} and {@code psv}; any other value opens, {@code unknown} leaves it to
 *       the class.
 *   <li>By class, vehicles go wherever {@link DrivingSpeed#isForVehicles}, and people on foot
 *       everywhere but on motorways, their links and {@code motorroad=yes}.
 *   <li>{@code oneway} ({@code yes}, {@code -1}; more particular {@code oneway:motor_vehicle} and
 *       {@code oneway:vehicle}) holds for vehicles; motorways and {@code junction=roundabout} or
 *       {@code circular} are one-way unless they say otherwise. On foot only {@code oneway:foot}
 *       counts.
 *   <li>Barriers that stop vehicles unless a tag of theirs opens them: bollards and the like (the
 *       list below), and whatever is {@code locked=yes}. Any other, gates and {@code
 *       border_control} among them, stops whom a tag of its own forbids.
 * </ul>
 */
final class AccessRules {
  private static final Set<String> CLOSED =
      Set.of(
          "no",
          "private",
          "agricultural",
          "forestry",
          "military",
          "emergency",
          "use_sidepath",
          "psv");

  private static final Set<String> STOPS_VEHICLES =
      Set.of(
          "block",
          "bollard",
          "bus_trap",
          "chain",
          "cycle_barrier",
          "debris",
          "ditch",
          "fence",
          "full-height_turnstile",
          "hedge",
          "horse_stile",
          "jersey_barrier",
          "kissing_gate",
          "log",
          "motorcycle_barrier",
          "planter",
          "rope",
          "spikes",
          "stile",
          "sump_buster",
          "turnstile",
          "wall",
          "wicket_gate");

  private AccessRules() {}

  /** Where one may go along a way of this class with these tags. */
  static Passage passage(WayClass wayClass, Tags tags) {
    boolean motorway = wayClass == WayClass.MOTORWAY || wayClass == WayClass.MOTORWAY_LINK;
    boolean walk =
        allowed(!motorway && !tags.is(TagKey.MOTORROAD, "yes"), tags, TagKey.FOOT, TagKey.ACCESS);
    boolean drive =
        allowed(
            DrivingSpeed.isForVehicles(wayClass),
            tags,
            TagKey.MOTORCAR,
            TagKey.MOTOR_VEHICLE,
            TagKey.VEHICLE,
            TagKey.ACCESS);
    int oneWay = oneWay(wayClass, tags);
    int onFoot = direction(tags.get(TagKey.ONEWAY_FOOT));
    return new Passage(
        walk && onFoot >= 0, walk && onFoot <= 0, drive && oneWay >= 0, drive && oneWay <= 0);
  }

  /** What a barrier with these tags is; null when there is none. */
  static @Nullable Barrier barrier(Tags tags) {
    String type = tags.word(TagKey.BARRIER);
    if (type == null || type.equals("no")) {
      return null;
    }
    boolean passes = !STOPS_VEHICLES.contains(type) && !tags.is(TagKey.LOCKED, "yes");
    return new Barrier(
        type,
        tags.name(TagKey.NAME),
        !allowed(
            passes, tags, TagKey.MOTORCAR, TagKey.MOTOR_VEHICLE, TagKey.VEHICLE, TagKey.ACCESS),
        !allowed(true, tags, TagKey.FOOT, TagKey.ACCESS));
  }

  private static boolean allowed(boolean byClass, Tags tags, TagKey... particularFirst) {
    for (TagKey key : particularFirst) {
      String value = tags.get(key);
      if (value != null && !value.equals("unknown")) {
        return isOpening(byClass, key, value);
      }
    }
    return byClass;
  }

  /**
   * A general {@code access=yes} makes no road of a path: vehicles have tags of their own there.
   */
  private static boolean isOpening(boolean byClass, TagKey key, String value) {
    return !CLOSED.contains(value) && (key != TagKey.ACCESS || byClass);
  }

  /** 1 in the order of the vertices only, -1 against it only, 0 both. */
  private static int oneWay(WayClass wayClass, Tags tags) {
    for (TagKey key :
        new TagKey[] {TagKey.ONEWAY_MOTOR_VEHICLE, TagKey.ONEWAY_VEHICLE, TagKey.ONEWAY}) {
      if (tags.has(key)) {
        return direction(tags.get(key));
      }
    }
    boolean implied =
        wayClass == WayClass.MOTORWAY
            || tags.is(TagKey.JUNCTION, "roundabout")
            || tags.is(TagKey.JUNCTION, "circular");
    return implied ? 1 : 0;
  }

  private static int direction(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    return switch (value) {
      case "yes", "true", "1" -> 1;
      case "-1", "reverse" -> -1;
      default -> 0;
    };
  }
}
