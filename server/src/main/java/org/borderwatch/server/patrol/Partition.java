package org.borderwatch.server.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.border.Stretch;

/**
 * The border shared out among areas that don't overlap: those that were chosen first, in the order
 * of their rank, then what is left, two sections at a time. Of a section that two chosen ones share
 * the one with the better rank has it.
 */
final class Partition {
  private static final int REST = 2;

  private final List<Run> runs = new ArrayList<>();
  private final Map<Integer, Integer> areaOfSite = new HashMap<>();

  /**
   * Sections from {@code first} to before {@code end}.
   *
   * @param rank of the area where it was chosen
   */
  record Run(int first, int end, Optional<Integer> rank) {}

  /**
   * Shares it out.
   *
   * @param order sites that were taken, by their numbers among the candidates, the best first
   */
  Partition(List<Stretch> sections, List<AreaChoice.Candidate> candidates, int[] order) {
    int[] owner = new int[sections.size()];
    Arrays.fill(owner, -1);
    for (int site : order) {
      AreaChoice.Candidate one = candidates.get(site);
      int begin = one.first();
      while (begin < one.end() && owner[begin] >= 0) {
        begin++;
      }
      int end = begin;
      while (end < one.end() && owner[end] < 0) {
        end++;
      }
      if (begin == end) {
        // All of it belongs to better ones; its teams go to the first of these.
        areaOfSite.putIfAbsent(site, owner[one.first()]);
        continue;
      }
      Arrays.fill(owner, begin, end, runs.size());
      areaOfSite.put(site, runs.size());
      runs.add(new Run(begin, end, Optional.of(runs.size() + 1)));
    }
    for (int first = 0; first < owner.length; first++) {
      if (owner[first] < 0) {
        int end = first + 1;
        while (end < owner.length
            && end - first < REST
            && owner[end] < 0
            && Math.abs(sections.get(end).fromKm() - sections.get(end - 1).toKm())
                <= AreaChoice.JOINED_KM) {
          end++;
        }
        Arrays.fill(owner, first, end, runs.size());
        runs.add(new Run(first, end, Optional.empty()));
      }
    }
  }

  /** All areas, the chosen ones first. */
  List<Run> runs() {
    return runs;
  }

  /** Number of the area in which a taken site works. */
  int areaOf(int site) {
    return areaOfSite.getOrDefault(site, 0);
  }
}
