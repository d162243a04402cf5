package org.borderwatch.server.network;

import org.borderwatch.data.Word;

/** What a way costs. The codes are those of the inputs of processes. */
public enum Weight implements Word {
  METRES("metres"),
  WALK_SECONDS("walkSeconds"),
  DRIVE_SECONDS("driveSeconds"),
  /** By vehicle where one can drive, on foot elsewhere: as people come who cross on a trail. */
  TRAVEL_SECONDS("travelSeconds");

  private final String code;

  Weight(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
