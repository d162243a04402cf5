package org.borderwatch.server.patrol;

import java.util.List;
import java.util.SplittableRandom;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.patrol.game.WatchedGame;
import org.borderwatch.server.patrol.roster.SlotDraw;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessInputs;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.study.InlineFeatures;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.StudyInputs;

/**
 * A roster for places that come with the request, each with what it is worth to whoever crosses
 * there unseen. In every shift of every day as many different places are guarded as there are
 * patrols. Each shift of the day has teams of its own, so that all rest a day between duties.
 *
 * @param shifts a day
 */
record InlineRoster(
    InlineFeatures features, double[] values, int patrols, int days, int shifts, long seed)
    implements Analysis {
  private static final int USUAL_DAYS = 28;
  private static final int MOST_DAYS = 3660;
  private static final int MOST_SHIFTS = 24;
  private static final long MOST_DUTIES = 500_000;

  /** Understands the request. */
  static InlineRoster of(ProcessInputs inputs) {
    InlineFeatures features = InlineFeatures.anywhere(inputs, "features");
    double[] values =
        features.numbers("valueProperty", StudyInputs.property(inputs, "valueProperty"), 0);
    int patrols =
        inputs
            .whole("patrols", 0, InlineFeatures.MOST)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "patrols",
                        "Thiếu patrols: số tổ đi cùng lúc.",
                        "patrols is missing: how many go at once."));
    if (values.length == 0) {
      throw Refusal.of(
          "features", "Không có khu vực nào.", "There are no areas to share patrols out among.");
    }
    if (patrols == 0) {
      throw Refusal.of(
          "patrols",
          "Không có tổ nào; hãy đặt ít nhất 1.",
          "There are no patrols; take 1 or more.");
    }
    if (patrols > values.length) {
      throw Refusal.of(
          "patrols",
          "Có %d tổ nhưng chỉ có %d khu vực; hãy bớt tổ hoặc thêm khu vực."
              .formatted(patrols, values.length),
          "There are %d patrols and %d areas; take fewer patrols or more areas."
              .formatted(patrols, values.length));
    }
    InlineRoster roster =
        new InlineRoster(
            features,
            values,
            patrols,
            inputs.whole("days", 1, MOST_DAYS).orElse(USUAL_DAYS),
            inputs.whole("shifts", 1, MOST_SHIFTS).orElse(1),
            inputs.wholeLong("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1));
    if ((long) roster.days() * roster.shifts() * patrols > MOST_DUTIES) {
      throw Refusal.of(
          "days",
          "Lịch có hơn %d lượt trực; hãy bớt ngày, ca hoặc tổ.".formatted(MOST_DUTIES),
          "The roster has more than %d duties; take fewer days, shifts or patrols."
              .formatted(MOST_DUTIES));
    }
    return roster;
  }

  @Override
  public long mostBytes() {
    return 64_000_000 + 2_000L * days * shifts * patrols + 500L * values.length;
  }

  @Override
  public ProcessResult run(Crew crew) {
    WatchedGame game = WatchedGame.solve(values, patrols);
    int slots = days * shifts;
    int[][] drawn = SlotDraw.draw(game.coverage(), patrols, slots, new SplittableRandom(seed));
    double[] often = new double[values.length];
    ResultWriter out = ResultWriter.featureCollection();
    for (int slot = 0; slot < slots; slot++) {
      int day = slot / shifts + 1;
      int shift = slot % shifts + 1;
      for (int i = 0; i < patrols; i++) {
        int place = drawn[slot][i];
        often[place] += 1.0 / slots;
        int team = (shift - 1) * patrols + i + 1;
        out.openFeature().text("id", day + "-" + shift + "-" + team);
        features.writeGeometry(out, place);
        out.open("properties")
            .whole("day", day)
            .whole("shift", shift)
            .whole("team", team)
            .text("area", features.label(place))
            .closeFeature();
      }
    }
    out.closeList().open("summary").open("coverage");
    for (int place = 0; place < values.length; place++) {
      out.number(features.label(place), game.coverage()[place]);
    }
    out.close()
        .number("value", game.value())
        .number("worst_case", WatchedGame.bestResponse(values, often))
        .number("fixed", WatchedGame.bestResponse(values, alwaysTheBest()))
        .whole("patrols", patrols)
        .whole("days", days)
        .whole("shifts", shifts)
        .whole("teams", (long) patrols * shifts)
        .whole("seed", seed)
        .truth("synthetic", false)
        .text("data_version", "")
        .close();
    return new ProcessResult(
        "", false, List.of(new ProcessResult.Form("application/geo+json", out.finish())));
  }

  /** The plan without chance: the places that are worth most, always. */
  private double[] alwaysTheBest() {
    double[] coverage = new double[values.length];
    double[] left = values.clone();
    for (int i = 0; i < patrols; i++) {
      int best = 0;
      for (int place = 1; place < left.length; place++) {
        best = left[place] > left[best] ? place : best;
      }
      coverage[best] = 1;
      left[best] = Double.NEGATIVE_INFINITY;
    }
    return coverage;
  }
}
