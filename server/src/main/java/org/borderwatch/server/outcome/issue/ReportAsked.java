package org.borderwatch.server.outcome.issue;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.borderwatch.data.place.Units;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.outcome.paper.PeriodReportProcess;
import org.borderwatch.server.report.ReportPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Which report somebody asks for.
 *
 * @param due last day on which counts are in time
 * @param english whether its words are English
 */
record ReportAsked(String unit, ReportPeriod period, LocalDate due, boolean english) {
  /** Of the query {@code unit}, {@code period}, {@code due} and {@code language}. */
  static ReportAsked of(Context ctx) {
    return of(
        Principal.of(ctx),
        ctx.queryParam("unit"),
        ctx.queryParam("period"),
        ctx.queryParam("due"),
        isEnglish(ctx));
  }

  static boolean isEnglish(Context ctx) {
    String language = Optional.ofNullable(ctx.queryParam("language")).orElse("vi");
    if (!language.equals("vi") && !language.equals("en")) {
      throw new BadParameter("language", "language phải là vi hoặc en. / language is vi or en.");
    }
    return language.equals("en");
  }

  static ReportAsked of(
      Principal principal,
      @Nullable String unit,
      @Nullable String periodName,
      @Nullable String due,
      boolean english) {
    ReportPeriod period =
        ReportPeriod.parse(Optional.ofNullable(periodName).orElse(""))
            .orElseThrow(
                () ->
                    new BadParameter(
                        "period",
                        "period phải là kỳ như 2024-H1, 2024-Q2, 2024-06, 2024 hoặc 2023-01/2024-06. / period is one such as 2024-H1, 2024-Q2, 2024-06, 2024 or 2023-01/2024-06."));
    String code = unit == null || unit.isEmpty() ? Units.COMMAND : unit;
    requireSeen(principal, code);
    return new ReportAsked(code, period, due(due, period), english);
  }

  private static LocalDate due(@Nullable String due, ReportPeriod period) {
    try {
      return due == null || due.isEmpty()
          ? period.until().plusDays(PeriodReportProcess.USUAL_DAYS_UNTIL_DUE - 1L)
          : LocalDate.parse(due);
    } catch (DateTimeParseException e) {
      throw new BadParameter(
          "due", "due phải là một ngày như 2024-07-10. / due is a day such as 2024-07-10.");
    }
  }

  /** Refuses a unit that the account may not see. */
  static void requireSeen(Principal principal, String unit) {
    if (principal.role().ownUnitOnly() && !principal.units().contains(unit)) {
      throw new NotAllowed(
          "Tài khoản này chỉ xem báo cáo của đơn vị mình và cấp dưới. / This account sees reports of its own unit and those below alone.");
    }
  }

  /** A name for its files, such as {@code bao-cao-VN-2024-H1.pdf}. */
  String file(String extension) {
    return file(unit, period, extension);
  }

  static String file(String unit, ReportPeriod period, String extension) {
    return "bao-cao-" + unit + "-" + period.name().replace('/', '_') + "." + extension;
  }
}
