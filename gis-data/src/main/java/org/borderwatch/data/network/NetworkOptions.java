package org.borderwatch.data.network;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * What a reading goes by.
 *
 * @param elevation heights of the ground, called by several threads at once
 * @param clip what part is taken
 * @param progress is told the share that is done, 0 to 1, now and then, by the thread that reads
 * @param cancelled whether to stop; then reading ends with a {@link
 *     java.util.concurrent.CancellationException}
 */
public record NetworkOptions(
    ElevationGrid elevation, NetworkClip clip, DoubleConsumer progress, BooleanSupplier cancelled) {

  /** Without heights, all of it, told to nobody. */
  public static final NetworkOptions PLAIN =
      new NetworkOptions(ElevationGrid.UNKNOWN, NetworkClip.NONE, share -> {}, () -> false);

  public NetworkOptions withElevation(ElevationGrid other) {
    return new NetworkOptions(other, clip, progress, cancelled);
  }

  public NetworkOptions withClip(NetworkClip other) {
    return new NetworkOptions(elevation, other, progress, cancelled);
  }

  public NetworkOptions watchedBy(DoubleConsumer toldOf, BooleanSupplier asked) {
    return new NetworkOptions(elevation, clip, toldOf, asked);
  }
}
