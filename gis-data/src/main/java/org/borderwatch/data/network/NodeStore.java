package org.borderwatch.data.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nodes of OpenStreetMap's files: id and position of each, in order of ids. 12 bytes a node in
 * files of any size; where ids are so far apart that their differences on a page of 65,536 don't
 * fit in 31 bits, as in very small ones, 16. Filled by one thread; thread-safe once sorted.
 */
final class NodeStore implements Vertices {
  private static final int PAGE_BITS = 16;
  private static final int PAGE = 1 << PAGE_BITS;

  /** So many nodes in order; the last page of a store may be shorter. */
  private static final class Page {
    private final long firstId;
    private final int size;

    /** Either differences to the first id, or the ids themselves. */
    private final int[] offsets;

    private final long[] ids;
    private final int[] lonE7;
    private final int[] latE7;

    Page(long[] ids, int[] lonE7, int[] latE7, int size) {
      this.firstId = ids[0];
      this.size = size;
      this.lonE7 = Arrays.copyOf(lonE7, size);
      this.latE7 = Arrays.copyOf(latE7, size);
      if (ids[size - 1] - firstId <= Integer.MAX_VALUE && isRising(ids, size)) {
        this.ids = new long[0];
        offsets = new int[size];
        for (int i = 0; i < size; i++) {
          offsets[i] = (int) (ids[i] - firstId);
        }
      } else {
        this.ids = Arrays.copyOf(ids, size);
        offsets = new int[0];
      }
    }

    private static boolean isRising(long[] ids, int size) {
      for (int i = 1; i < size; i++) {
        if (ids[i] <= ids[i - 1]) {
          return false;
        }
      }
      return true;
    }

    long id(int place) {
      return offsets.length > 0 ? firstId + offsets[place] : ids[place];
    }

    /** Where an id from the first on is, negative when it isn't there. */
    int find(long id) {
      if (offsets.length == 0) {
        return Arrays.binarySearch(ids, id);
      }
      long offset = id - firstId;
      return offset < 0 || offset > Integer.MAX_VALUE
          ? -size - 1
          : Arrays.binarySearch(offsets, (int) offset);
    }
  }

  private final List<Page> pages = new ArrayList<>();
  private long[] ids = new long[PAGE];
  private int[] lonE7 = new int[PAGE];
  private int[] latE7 = new int[PAGE];
  private int filled;
  private long lastId = Long.MIN_VALUE;
  private boolean rising = true;
  private long[] firstIds = {};

  /** Adds a node; in any order. */
  void add(long id, int lon, int lat) {
    rising &= id > lastId;
    lastId = id;
    ids[filled] = id;
    lonE7[filled] = lon;
    latE7[filled] = lat;
    filled++;
    if (filled == PAGE) {
      turnPage();
    }
  }

  private void turnPage() {
    if (pages.size() == Integer.MAX_VALUE >> PAGE_BITS) {
      throw new IllegalStateException("more than 2147418112 nodes");
    }
    if (filled > 0) {
      pages.add(new Page(ids, lonE7, latE7, filled));
      filled = 0;
    }
  }

  /**
   * Puts the nodes in order, as they have to be found; of those with one id the last counts. Files
   * are in order nearly always, several files never.
   *
   * @return how many were left out because another has their id
   */
  int sort() {
    turnPage();
    int repeated = rising ? 0 : reorder();
    ids = new long[0];
    lonE7 = new int[0];
    latE7 = new int[0];
    firstIds = pages.stream().mapToLong(page -> page.firstId).toArray();
    return repeated;
  }

  private int reorder() {
    NodeRuns runs = new NodeRuns(size());
    for (Page page : pages) {
      for (int i = 0; i < page.size; i++) {
        runs.add(page.id(i), page.lonE7[i], page.latE7[i]);
      }
    }
    int before = size();
    pages.clear();
    runs.merge();
    runs.forEach(this::add);
    turnPage();
    return before - size();
  }

  @Override
  public int size() {
    int last = pages.size() - 1;
    return last < 0 ? filled : (last << PAGE_BITS) + pages.get(last).size + filled;
  }

  @Override
  public int lonE7(int vertex) {
    return pages.get(vertex >>> PAGE_BITS).lonE7[vertex & (PAGE - 1)];
  }

  @Override
  public int latE7(int vertex) {
    return pages.get(vertex >>> PAGE_BITS).latE7[vertex & (PAGE - 1)];
  }

  /** Finds nodes by id. Remembers the last: nodes of a way have ids close together. One thread. */
  final class Finder {
    private int page;
    private int place;

    /** The number of a node, {@link Vertices#MISSING} when it isn't there. */
    int find(long id) {
      if (pages.isEmpty()) {
        return MISSING;
      }
      Page here = pages.get(page);
      if (place + 1 < here.size && here.id(place + 1) == id) {
        place++;
        return (page << PAGE_BITS) + place;
      }
      if (id < here.firstId || (page + 1 < firstIds.length && id >= firstIds[page + 1])) {
        int found = Arrays.binarySearch(firstIds, id);
        page = Math.max(found >= 0 ? found : -found - 2, 0);
        here = pages.get(page);
      }
      if (id < here.firstId) {
        place = 0;
        return MISSING;
      }
      int found = here.find(id);
      place = Math.min(found >= 0 ? found : -found - 1, here.size - 1);
      return found >= 0 ? (page << PAGE_BITS) + found : MISSING;
    }
  }
}
