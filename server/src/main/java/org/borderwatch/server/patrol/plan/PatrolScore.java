package org.borderwatch.server.patrol.plan;

import java.util.List;
import java.util.Locale;
import org.borderwatch.data.Word;
import org.borderwatch.server.patrol.roster.RosterWorth;

/**
 * Persons that the duties which are over were expected to stop, beside those whom patrols stopped
 * there and then. Persons come in groups, so their number varies more than a Poisson variable does:
 * by the sum of squared sizes over the sum of sizes; the error of the expectation itself is added.
 * The count over that dispersion is taken as Poisson (a scaled Poisson, first two moments).
 *
 * @param duties that are over
 * @param expected persons
 * @param low lower end of the 90 % interval of the expectation
 * @param high its upper end
 * @param persons seen
 * @param groups seen
 * @param likelyLow with 90 % chance at least so many persons are seen where the expectation holds
 * @param likelyHigh and at most so many
 * @param p two-sided: how probable a count as far off is where the expectation holds
 * @param verdict in a word
 */
public record PatrolScore(
    int duties,
    double expected,
    double low,
    double high,
    int persons,
    int groups,
    double likelyLow,
    double likelyHigh,
    double p,
    Verdict verdict) {
  /** Half the width of a 90 % interval of a normal variable, in standard deviations. */
  private static final double SIGMAS = 1.6449;

  private static final double UNLIKELY = 0.05;

  /** Expected beside seen. */
  public enum Verdict implements Word {
    /** No duty is over. */
    TOO_EARLY,
    AS_EXPECTED,
    FEWER,
    MORE
  }

  /**
   * Compares.
   *
   * @param worth of the duties that are over
   * @param sizes persons of each group that was seen
   */
  static PatrolScore of(RosterWorth worth, int duties, List<Integer> sizes) {
    int persons = sizes.stream().mapToInt(Integer::intValue).sum();
    double squares = sizes.stream().mapToDouble(size -> (double) size * size).sum();
    double expected = worth.expected();
    if (duties == 0) {
      return new PatrolScore(0, 0, 0, 0, 0, 0, 0, 0, 1, Verdict.TOO_EARLY);
    }
    double dispersion = persons > 0 ? Math.max(1, squares / persons) : 1;
    double error = (worth.high() - worth.low()) / 2 / SIGMAS;
    double scale = expected > 0 ? dispersion + error * error / expected : dispersion;
    double mean = expected / scale;
    double seen = persons / scale;
    // A whole number towards the expectation on either side: p is never too small.
    double fewer = Poisson.atMost((int) Math.ceil(seen - 1e-9), mean);
    double more = Poisson.atLeast((int) Math.floor(seen + 1e-9), mean);
    double p = Math.min(1, 2 * Math.min(fewer, more));
    Verdict verdict =
        p >= UNLIKELY ? Verdict.AS_EXPECTED : persons < expected ? Verdict.FEWER : Verdict.MORE;
    return new PatrolScore(
        duties,
        expected,
        worth.low(),
        worth.high(),
        persons,
        sizes.size(),
        scale * Poisson.quantile(0.05, mean),
        scale * Poisson.quantile(0.95, mean),
        p,
        verdict);
  }

  /** The verdict as a sentence in Vietnamese. */
  public String vietnamese() {
    return switch (verdict) {
      case TOO_EARLY -> "Chưa có ca nào đủ dữ liệu để so sánh.";
      case AS_EXPECTED ->
          "Dự kiến ngăn chặn %s người, thực tế %d: khớp với dự báo (p %s)."
              .formatted(number(expected).replace('.', ','), persons, pText().replace('.', ','));
      case FEWER ->
          "Dự kiến ngăn chặn %s người, thực tế chỉ %d: ít hơn dự báo rõ rệt (p %s)."
              .formatted(number(expected).replace('.', ','), persons, pText().replace('.', ','));
      case MORE ->
          "Dự kiến ngăn chặn %s người, thực tế %d: nhiều hơn dự báo rõ rệt (p %s)."
              .formatted(number(expected).replace('.', ','), persons, pText().replace('.', ','));
    };
  }

  /** The same in English. */
  public String english() {
    return switch (verdict) {
      case TOO_EARLY -> "No duty is over yet with data to compare.";
      case AS_EXPECTED ->
          "%s persons were expected to be stopped, %d were: in line with the forecast (p %s)."
              .formatted(number(expected), persons, pText());
      case FEWER ->
          "%s persons were expected to be stopped, only %d were: clearly fewer (p %s)."
              .formatted(number(expected), persons, pText());
      case MORE ->
          "%s persons were expected to be stopped, %d were: clearly more (p %s)."
              .formatted(number(expected), persons, pText());
    };
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private String pText() {
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, p < 0.01 ? "= %.3f" : "= %.2f", p);
  }
}
