package org.borderwatch.data.network;

/**
 * In which directions one may go along a way: {@code back} is against the order of its vertices.
 *
 * @param walk on foot
 * @param walkBack on foot, the other way
 * @param drive by vehicle
 * @param driveBack by vehicle, the other way
 */
public record Passage(boolean walk, boolean walkBack, boolean drive, boolean driveBack) {
  /** Both ways, on foot and by vehicle. */
  public static final Passage OPEN = new Passage(true, true, true, true);

  /** Both ways on foot only. */
  public static final Passage ON_FOOT = new Passage(true, true, false, false);

  /** Nobody may. */
  public static final Passage CLOSED = new Passage(false, false, false, false);

  /** The same without vehicles. */
  public Passage withoutVehicles() {
    return new Passage(walk, walkBack, false, false);
  }

  /** The same without people on foot. */
  public Passage withoutWalkers() {
    return new Passage(false, false, drive, driveBack);
  }
}
