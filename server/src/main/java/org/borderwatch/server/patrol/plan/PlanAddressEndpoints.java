package org.borderwatch.server.patrol.plan;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;

/** The plan that a request names by its path, and perhaps by {@code ?version=}. */
public final class PlanAddressEndpoints {
  public static final String PLAN = "/api/plans/{id}";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final PlanChangeRepository plans;

  PlanAddressEndpoints(PlanChangeRepository plans) {
    this.plans = plans;
  }

  /** The plan; the newest version where none is named. */
  public Plan read(Context ctx) throws SQLException {
    return plans.read(id(ctx), version(ctx)).plan();
  }

  static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  static UUID id(Context ctx) {
    String id = ctx.pathParam("id");
    if (!isUuid(id)) {
      throw new NotFound("Không có phương án này. / There is no such plan.");
    }
    return UUID.fromString(id);
  }

  /** The version that is asked for; empty for the newest. */
  static OptionalInt version(Context ctx) {
    String text = ctx.queryParam("version");
    if (text == null) {
      return OptionalInt.empty();
    }
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new BadParameter(
          "version", "version phải là số từ 1. / version is the number of a version, from 1.");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
