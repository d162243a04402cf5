package org.borderwatch.server.detection;

import org.borderwatch.data.Word;

/** What is added up: events, or the people in them. */
public enum Weight implements Word {
  DETECTIONS,
  PERSONS
}
