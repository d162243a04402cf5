package org.borderwatch.data.network;

import org.borderwatch.data.Word;

/**
 * What kind of way: the values of OpenStreetMap's {@code highway} that somebody can travel on, by
 * their own names, so that counts can be held against other tools'.
 */
public enum WayClass implements Word {
  MOTORWAY,
  MOTORWAY_LINK,
  TRUNK,
  TRUNK_LINK,
  PRIMARY,
  PRIMARY_LINK,
  SECONDARY,
  SECONDARY_LINK,
  TERTIARY,
  TERTIARY_LINK,
  UNCLASSIFIED,
  RESIDENTIAL,
  LIVING_STREET,
  SERVICE,
  ROAD,
  TRACK,
  PEDESTRIAN,
  FOOTWAY,
  CYCLEWAY,
  BRIDLEWAY,
  STEPS,
  PATH
}
