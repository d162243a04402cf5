package org.borderwatch.data.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.borderwatch.data.Word;
import org.borderwatch.data.network.LeftOut.Reason;
import org.borderwatch.data.network.NetworkFeature.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Says what the tags of an element mean to a network, and counts what they don't. One thread. Where
 * an element comes from is asked only when it is left out.
 */
final class ElementMeaning {
  private static final Map<String, WayClass> CLASSES = new HashMap<>(Word.codes(WayClass.class));
  private static final Set<String> WATER = Set.of("river", "stream", "canal");
  private static final Set<String> SETTLEMENTS =
      Set.of(
          "city",
          "town",
          "village",
          "hamlet",
          "isolated_dwelling",
          "farm",
          "allotments",
          "borough",
          "suburb",
          "quarter",
          "neighbourhood",
          "city_block");

  private final Tally tally;

  ElementMeaning(Tally tally) {
    this.tally = tally;
  }

  /** Whether these tags could mean something on a line. */
  static boolean concernsLines(Tags tags) {
    return tags.has(TagKey.HIGHWAY) || tags.has(TagKey.WATERWAY) || tags.has(TagKey.BARRIER);
  }

  /**
   * The way that a line is; null when it is none.
   *
   * @param closed whether it ends where it begins
   */
  @Nullable Road road(Tags tags, boolean closed, Supplier<String> sourceRef) {
    String highway = tags.get(TagKey.HIGHWAY);
    if (highway == null) {
      return null;
    }
    WayClass wayClass = CLASSES.get(highway);
    if (wayClass == null) {
      tally.leftOut(Reason.NOT_TRAVELLED, tags.shown(TagKey.HIGHWAY), sourceRef.get());
      return null;
    }
    tally.found(wayClass);
    if (isArea(tags, closed)) {
      tally.leftOut(Reason.AREA, tags.shown(TagKey.HIGHWAY), sourceRef.get());
      return null;
    }
    return new Road(
        wayClass,
        tags.name(TagKey.NAME),
        tags.name(TagKey.REF),
        tags.word(TagKey.SURFACE),
        AccessRules.passage(wayClass, tags));
  }

  /** The river or barrier that a line is; null when it is neither. A river comes first. */
  @Nullable Beside beside(Tags tags, boolean closed, Supplier<String> sourceRef) {
    String water = tags.get(TagKey.WATERWAY);
    if (water != null) {
      if (WATER.contains(water)) {
        return unlessArea(Kind.RIVER, TagKey.WATERWAY, tags, closed, sourceRef);
      }
      tally.leftOut(Reason.OTHER_WATER, tags.shown(TagKey.WATERWAY), sourceRef.get());
    }
    return tags.word(TagKey.BARRIER) == null || tags.is(TagKey.BARRIER, "no")
        ? null
        : unlessArea(Kind.BARRIER, TagKey.BARRIER, tags, closed, sourceRef);
  }

  private @Nullable Beside unlessArea(
      Kind kind, TagKey key, Tags tags, boolean closed, Supplier<String> sourceRef) {
    if (isArea(tags, closed)) {
      tally.leftOut(Reason.AREA, tags.shown(key), sourceRef.get());
      return null;
    }
    String type = tags.word(key);
    return type == null ? null : new Beside(kind, type, tags.name(TagKey.NAME));
  }

  /** The settlement that a point is; null when it is none. */
  @Nullable Beside settlement(Tags tags, Supplier<String> sourceRef) {
    String place = tags.get(TagKey.PLACE);
    if (place == null) {
      return null;
    }
    if (!SETTLEMENTS.contains(place)) {
      tally.leftOut(Reason.NO_SETTLEMENT, tags.shown(TagKey.PLACE), sourceRef.get());
      return null;
    }
    return new Beside(Kind.SETTLEMENT, place, tags.name(TagKey.NAME));
  }

  private static boolean isArea(Tags tags, boolean closed) {
    return closed && tags.is(TagKey.AREA, "yes");
  }
}
