package org.borderwatch.server.hotspot;

import java.util.Arrays;
import java.util.List;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Source;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.EventSink;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.Study;

/** Collects how large groups were by cell and step of a study. One thread's. */
final class GroupTally implements EventSink {
  /** Each is a number that chance moves in every replicate. */
  private static final int MOST_GROUPS = 1_000_000;

  private final Study study;
  private final boolean watchedOnly;
  private final long[] bounds;
  private final double[] metres = new double[2];
  private int[] places = new int[1024];
  private int[] sizes = new int[1024];
  private int count;

  private GroupTally(Study study, boolean watchedOnly) {
    this.study = study;
    this.watchedOnly = watchedOnly;
    this.bounds = study.bins().bounds();
  }

  /**
   * Sizes of the groups of each cell and step, rising; none where there are no {@code cases}.
   *
   * @param watchedOnly whether only what patrols and sensors saw counts
   */
  static int[][] sizes(
      DetectionView view, Study study, boolean watchedOnly, int[] cases, Crew crew) {
    List<GroupTally> parts = view.events(study.filter(), () -> new GroupTally(study, watchedOnly));
    int[] counts = new int[cases.length];
    for (GroupTally part : parts) {
      crew.progress().check();
      for (int i = 0; i < part.count; i++) {
        counts[part.places[i]]++;
      }
    }
    int[][] sizes = new int[cases.length][];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = new int[cases[i] > 0 ? counts[i] : 0];
    }
    int[] next = new int[cases.length];
    for (GroupTally part : parts) {
      for (int i = 0; i < part.count; i++) {
        int at = part.places[i];
        if (cases[at] > 0) {
          sizes[at][next[at]++] = part.sizes[i];
        }
      }
    }
    // Whichever thread met them first: chance shall not depend on it.
    for (int[] groups : sizes) {
      Arrays.sort(groups);
    }
    return sizes;
  }

  @Override
  public void event(
      double lon,
      double lat,
      long second,
      int persons,
      Source source,
      Neighbour with,
      double borderKm) {
    if (watchedOnly && !StudyValues.WATCHED.contains(source)) {
      return;
    }
    int found = Arrays.binarySearch(bounds, second);
    int step = found >= 0 ? found : -found - 2;
    study.area().zone().metres(lon, lat, metres, 0);
    int cell = study.area().cell(metres[0], metres[1]);
    if (step < 0 || step >= study.steps() || cell < 0) {
      return;
    }
    if (count == places.length) {
      grow();
    }
    places[count] = cell * study.steps() + step;
    sizes[count++] = persons;
  }

  private void grow() {
    if (count >= MOST_GROUPS) {
      throw Refusal.of(
          "weight",
          "Có hơn %d nhóm; hãy đếm theo vụ (weight detections) hoặc chọn thời kỳ ngắn hơn."
              .formatted(MOST_GROUPS),
          "There are more than %d groups; count detections, or take a shorter period."
              .formatted(MOST_GROUPS));
    }
    places = Arrays.copyOf(places, 2 * count);
    sizes = Arrays.copyOf(sizes, 2 * count);
  }
}
