package org.borderwatch.server.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.patrol.area.Crossings;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.patrol.cover.CoverageProblem;
import org.borderwatch.server.patrol.cover.CoverageProblem.Group;
import org.borderwatch.server.patrol.cover.CoverageProblem.Site;
import org.borderwatch.server.patrol.roster.RosterCheck;

/**
 * The choice of areas as maximum coverage: demands are the sections of the border in each shift, a
 * site is a run of one to {@value #LONGEST_RUN} adjacent sections that a team of one post guards in
 * one shift, with the effort that the time left there gives each section.
 */
final class AreaChoice {
  private static final int LONGEST_RUN = 3;

  /** Stretches that are not farther apart are one. */
  static final double JOINED_KM = 1e-6;

  private final AreasQuestion question;
  private final List<Stretch> sections;
  private final List<Post> posts;
  private final double[][] minutes;
  private final List<String> stretchOf;
  private final List<Candidate> candidates = new ArrayList<>();
  private final double[] weights;

  /**
   * A team of a post in a run of sections.
   *
   * @param post number of the post
   * @param first number of the first section
   * @param end number after the last
   * @param shift number from 0
   * @param minutes from the post
   * @param onSiteHours that are left there
   */
  record Candidate(int post, int first, int end, int shift, double minutes, double onSiteHours) {}

  /**
   * Puts the choice together.
   *
   * @param minutes from each post to each section
   * @param stretchOf the station that answers for each section; empty where none does
   * @param crossings by section and shift
   */
  AreaChoice(
      AreasQuestion question,
      List<Stretch> sections,
      List<Post> posts,
      double[][] minutes,
      List<String> stretchOf,
      List<List<Crossings>> crossings) {
    this.question = question;
    this.sections = sections;
    this.posts = posts;
    this.minutes = minutes;
    this.stretchOf = stretchOf;
    int shifts = question.shifts().size();
    this.weights = new double[sections.size() * shifts];
    for (int section = 0; section < sections.size(); section++) {
      for (int shift = 0; shift < shifts; shift++) {
        weights[section * shifts + shift] =
            crossings.get(section).get(shift).value() * question.days() * question.dutyShare();
      }
    }
    for (int post = 0; post < posts.size(); post++) {
      addCandidates(post);
    }
  }

  private void addCandidates(int post) {
    for (int first = 0; first < sections.size(); first++) {
      double least = Double.POSITIVE_INFINITY;
      for (int end = first + 1; end <= Math.min(sections.size(), first + LONGEST_RUN); end++) {
        Stretch last = sections.get(end - 1);
        if (end - 1 > first && Math.abs(last.fromKm() - sections.get(end - 2).toKm()) > JOINED_KM
            || isExcluded(last)) {
          break;
        }
        least = Math.min(least, minutes[post][end - 1]);
        double hours = question.terms().onSiteHours(least);
        if (least <= question.terms().reachMinutes() && hours >= RosterCheck.LEAST_ON_SITE_HOURS) {
          for (Shift shift : question.shifts()) {
            candidates.add(new Candidate(post, first, end, shift.number() - 1, least, hours));
          }
        }
      }
    }
  }

  private boolean isExcluded(Stretch section) {
    return question.limits().exclude().stream().anyMatch(one -> overlaps(one, section));
  }

  static boolean overlaps(Stretch one, Stretch other) {
    return one.with() == other.with() && one.fromKm() < other.toKm() && other.fromKm() < one.toKm();
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** Of the areas of a post, how many sections it reaches. */
  long reached(int post) {
    return IntStream.range(0, sections.size())
        .filter(section -> minutes[post][section] <= question.terms().reachMinutes())
        .count();
  }

  /** Sections and shifts that somebody reaches: as many teams find room, times the most an area. */
  long room() {
    return candidates.stream().map(one -> one.first() * 100 + one.shift()).distinct().count()
        * question.limits().mostPerArea();
  }

  double kilometres(Candidate one) {
    return sections.get(one.end() - 1).toKm() - sections.get(one.first()).fromKm();
  }

  /** The problem; {@code extra} teams more than the posts have may come from anywhere. */
  CoverageProblem problem(int choose, int extra) {
    int shifts = question.shifts().size();
    List<Site> sites = new ArrayList<>();
    for (Candidate one : candidates) {
      int[] demands =
          IntStream.range(one.first(), one.end()).map(i -> i * shifts + one.shift()).toArray();
      double[] efforts = new double[demands.length];
      java.util.Arrays.fill(
          efforts, question.terms().effort(one.onSiteHours(), 1000 * kilometres(one)));
      sites.add(new Site(demands, efforts, 0, question.limits().mostPerArea()));
    }
    return new CoverageProblem(weights, sites, groups(extra), choose);
  }

  private List<Group> groups(int extra) {
    List<Group> groups = new ArrayList<>();
    Map<Integer, List<Integer>> ofPost = new HashMap<>();
    Map<Integer, List<Integer>> ofArea = new LinkedHashMap<>();
    Map<String, List<Integer>> ofStretch = new LinkedHashMap<>();
    for (int site = 0; site < candidates.size(); site++) {
      Candidate one = candidates.get(site);
      ofPost.computeIfAbsent(one.post(), any -> new ArrayList<>()).add(site);
      int area = (one.first() * 8 + one.end() - one.first()) * 32 + one.shift();
      ofArea.computeIfAbsent(area, any -> new ArrayList<>()).add(site);
      ofStretch
          .computeIfAbsent(
              stretchOf.get((one.first() + one.end() - 1) / 2), any -> new ArrayList<>())
          .add(site);
    }
    if (!question.teamsOfPost().isEmpty()) {
      ofPost.forEach(
          (post, sites) ->
              groups.add(
                  group(
                      sites,
                      0,
                      question.teamsOfPost().getOrDefault(posts.get(post).code(), 0) + extra)));
    }
    for (List<Integer> sites : ofArea.values()) {
      if (sites.size() > 1) {
        groups.add(group(sites, 0, question.limits().mostPerArea()));
      }
    }
    if (question.limits().leastPerStretch() > 0) {
      ofStretch.forEach(
          (stretch, sites) -> {
            if (!stretch.isEmpty()) {
              groups.add(group(sites, question.limits().leastPerStretch(), Integer.MAX_VALUE / 2));
            }
          });
    }
    for (Stretch must : question.limits().include()) {
      groups.add(
          group(
              IntStream.range(0, candidates.size())
                  .filter(site -> touches(candidates.get(site), must))
                  .boxed()
                  .toList(),
              1,
              Integer.MAX_VALUE / 2));
    }
    return groups;
  }

  private boolean touches(Candidate one, Stretch stretch) {
    return IntStream.range(one.first(), one.end())
        .anyMatch(section -> overlaps(sections.get(section), stretch));
  }

  private static Group group(List<Integer> sites, int least, int most) {
    return new Group(sites.stream().mapToInt(Integer::intValue).toArray(), least, most);
  }
}
