package org.borderwatch.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.patrol.area.DutyTerms;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.patrol.area.Shift;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.AnalysisProcess;
import org.borderwatch.server.process.DerivedForm;
import org.borderwatch.server.process.ProcessDescription;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.study.FeatureTable;
import org.borderwatch.server.study.FilterInput;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.StudySources;

/** Patrol areas: where few teams intercept most, exactly, and what one more would be worth. */
public final class PatrolAreasProcess implements AnalysisProcess {
  private static final int MOST_TEAMS = 60;
  private static final int MOST_SHIFTS = 4;
  private static final int MOST_STRETCHES = 50;
  private static final int MOST_DAYS = 92;
  private static final int DAY_SECONDS = 86_400;
  private static final List<LocalTime> USUAL_SHIFTS =
      List.of(LocalTime.of(6, 0), LocalTime.of(18, 0));

  /** Such as {@code CN:1151.5/1153}, or the id of an area. */
  private static final Pattern INTERVAL =
      Pattern.compile("([A-Z]{2})[:-](\\d+(?:\\.\\d+)?)[/-](\\d+(?:\\.\\d+)?)");

  private final StudySources sources;
  private final NetworkSource networks;
  private final Supplier<List<Post>> posts;
  private final ProcessDescription description =
      ProcessDescription.of(PatrolAreasProcess.class, "patrol-areas.json");

  /**
   * Over the store.
   *
   * @param posts every station whose place is known, as it is stored now
   */
  public PatrolAreasProcess(
      StudySources sources, NetworkSource networks, Supplier<List<Post>> posts) {
    this.sources = sources;
    this.networks = networks;
    this.posts = posts;
  }

  @Override
  public ProcessDescription description() {
    return description;
  }

  @Override
  public List<DerivedForm> derivedForms() {
    return List.of(FeatureTable.FORM);
  }

  @Override
  public Analysis prepare(ProcessInputs inputs) {
    if (InlineCoverage.isAsked(inputs)) {
      return InlineCoverage.of(inputs);
    }
    DetectionFilter filter = FilterInput.of(inputs);
    double hours = inputs.number("hours", 0, 24).orElse(8);
    if (hours == 0) {
      throw Refusal.of(
          "hours",
          "Giờ công bằng 0: không tổ nào làm được gì; hãy đặt ít nhất 1 giờ.",
          "hours is 0, and no team can do anything; take an hour or more.");
    }
    double areaMetres = inputs.number("areaMetres", 1000, 20_000).orElse(5000);
    DutyTerms terms =
        new DutyTerms(
            hours,
            inputs.number("restHours", 0, 48).orElse(11),
            inputs.whole("dutiesPerWeek", 1, 7).orElse(5),
            inputs.number("reachMinutes", 0, 1440).orElse(90),
            inputs.number("detection", 0.01, 0.99).orElse(0.5),
            areaMetres);
    Map<String, Integer> teamsOfPost = new TreeMap<>();
    int teams = teams(inputs, teamsOfPost);
    Weight weight = inputs.word("weight", Weight.class).orElse(Weight.TRAVEL_SECONDS);
    if (weight == Weight.METRES) {
      throw inputs.bad("weight", "walkSeconds, driveSeconds or travelSeconds");
    }
    AreasQuestion question =
        new AreasQuestion(
            filter,
            line(filter),
            terms,
            shifts(inputs, hours),
            weight,
            from(inputs),
            inputs.whole("days", 1, MOST_DAYS).orElse(7),
            teams,
            teamsOfPost,
            new AreasQuestion.Limits(
                stretches(inputs, "include"),
                stretches(inputs, "exclude"),
                inputs.whole("mostPerArea", 1, 10).orElse(2),
                inputs.whole("leastPerStretch", 0, 10).orElse(0)),
            inputs.whole("curveTo", 1, MOST_TEAMS),
            inputs.number("seconds", 1, 600).orElse(60));
    requireApart(question);
    return new StoredAreas(sources, networks, posts.get(), question);
  }

  private static Neighbour line(DetectionFilter filter) {
    if (filter.borderWith().size() > 1) {
      throw Refusal.of(
          "filter",
          "Một phương án chỉ cho một đường biên; hãy chọn một nước trong borderWith.",
          "A plan is for one line; name one neighbour in borderWith.");
    }
    return filter.borderWith().stream().findFirst().orElse(Neighbour.CN);
  }

  private static int teams(ProcessInputs inputs, Map<String, Integer> ofPost) {
    JsonNode given = inputs.json("teams").orElse(null);
    if (given == null) {
      throw Refusal.of(
          "teams",
          "Thiếu teams: tổng số tổ, hoặc số tổ theo mã đồn.",
          "teams is missing: how many in all, or by the code of the post.");
    }
    int all = 0;
    if (given.isIntegralNumber()) {
      all = given.asInt();
    } else if (given.isObject()) {
      for (Map.Entry<String, JsonNode> one : given.properties()) {
        if (!one.getValue().isIntegralNumber() || one.getValue().asInt() < 0) {
          throw inputs.bad("teams", "whole numbers of 0 or more by the code of the post");
        }
        if (one.getValue().asInt() > 0) {
          ofPost.put(one.getKey(), one.getValue().asInt());
          all += one.getValue().asInt();
        }
      }
    } else {
      throw inputs.bad("teams", "a whole number, or an object such as {\"DTT\": 2}");
    }
    if (all < 0 || all > MOST_TEAMS) {
      throw inputs.bad("teams", "0 to " + MOST_TEAMS + " teams");
    }
    return all;
  }

  private static List<Shift> shifts(ProcessInputs inputs, double hours) {
    List<LocalTime> begins = new ArrayList<>();
    for (String time : inputs.labels("shifts", MOST_SHIFTS)) {
      try {
        begins.add(LocalTime.parse(time));
      } catch (DateTimeException e) {
        throw inputs.bad("shifts", "times of day such as 06:00");
      }
    }
    if (begins.isEmpty()) {
      begins.addAll(USUAL_SHIFTS);
    }
    if (begins.stream().distinct().count() < begins.size()) {
      throw inputs.bad("shifts", "different times");
    }
    begins.sort(Comparator.naturalOrder());
    requireDisjoint(begins, hours);
    List<Shift> shifts = new ArrayList<>();
    for (LocalTime begin : begins) {
      shifts.add(new Shift(shifts.size() + 1, begin, hours));
    }
    return shifts;
  }

  /** Whoever crosses while two shifts are on duty would be counted twice. */
  private static void requireDisjoint(List<LocalTime> begins, double hours) {
    for (int i = 0; i < begins.size(); i++) {
      int next = begins.get((i + 1) % begins.size()).toSecondOfDay();
      int seconds = Math.floorMod(next - begins.get(i).toSecondOfDay(), DAY_SECONDS);
      if (begins.size() > 1 && seconds < hours * 3600) {
        throw Refusal.of(
            "shifts",
            "Ca bắt đầu lúc %s chưa hết thì ca sau đã bắt đầu; hãy giảm hours hoặc bớt ca."
                .formatted(begins.get(i)),
            "The shift from %s overlaps the next; lower hours or take fewer shifts."
                .formatted(begins.get(i)));
      }
    }
  }

  private static Optional<LocalDate> from(ProcessInputs inputs) {
    return inputs
        .text("from")
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw inputs.bad("from", "a date such as 2024-07-01");
              }
            });
  }

  private static List<Stretch> stretches(ProcessInputs inputs, String name) {
    List<Stretch> stretches = new ArrayList<>();
    for (String text : inputs.labels(name, MOST_STRETCHES)) {
      Matcher parts = INTERVAL.matcher(text);
      Optional<Neighbour> with =
          parts.matches() ? Word.byCode(Neighbour.class, parts.group(1)) : Optional.empty();
      double from = with.isPresent() ? Double.parseDouble(parts.group(2)) : 0;
      double until = with.isPresent() ? Double.parseDouble(parts.group(3)) : 0;
      if (with.isEmpty() || !(from < until)) {
        throw inputs.bad(name, "pieces of the border such as CN:1151.5/1153");
      }
      stretches.add(new Stretch(with.get(), from, until));
    }
    return stretches;
  }

  private static void requireApart(AreasQuestion question) {
    for (Stretch must : question.limits().include()) {
      for (Stretch never : question.limits().exclude()) {
        if (AreaChoice.overlaps(must, never)) {
          throw Refusal.of(
              "include",
              "Km %s–%s vừa bắt buộc vừa bị loại trừ; hãy bỏ một trong hai."
                  .formatted(must.fromKm(), must.toKm()),
              "Km %s–%s is both a must and excluded; drop one of them."
                  .formatted(must.fromKm(), must.toKm()));
        }
      }
    }
  }
}
