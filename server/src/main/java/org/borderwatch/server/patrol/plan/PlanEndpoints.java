package org.borderwatch.server.patrol.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.borderwatch.server.access.AuditMark;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;
import org.borderwatch.server.http.ApiException.PreconditionRequired;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.patrol.roster.Assignment;

/** Plans: listed, made of two results, read, changed by hand, approved, deleted. */
final class PlanEndpoints {
  static final String PLANS = "/api/plans";

  private static final int LONGEST_BODY = 4 * 1024;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:–-]{0,59}");

  private final PlanChangeRepository plans;
  private final PlanOfJobsRepository jobs;
  private final PublicUrl publicUrl;

  PlanEndpoints(PlanChangeRepository plans, PlanOfJobsRepository jobs, PublicUrl publicUrl) {
    this.plans = plans;
    this.jobs = jobs;
    this.publicUrl = publicUrl;
  }

  void register(RouteTable routes) {
    routes.get(
        PLANS,
        Permission.READ_PLANS,
        QueryParameters.NONE,
        "Plans of patrols, those touched last first",
        this::list);
    routes.post(
        PLANS,
        Permission.WRITE_PLANS,
        QueryParameters.NONE,
        "Make a plan of the results of a patrol-areas job and a patrol-roster job; it outlives both",
        this::make);
    routes.get(
        PlanAddressEndpoints.PLAN,
        Permission.READ_PLANS,
        QueryParameters.of("version"),
        "A plan in its newest version, or in an older one",
        this::read);
    routes.delete(
        PlanAddressEndpoints.PLAN,
        Permission.WRITE_PLANS,
        QueryParameters.NONE,
        "Delete a plan that was never approved; If-Match names the version that was read",
        this::delete);
    routes.get(
        PlanAddressEndpoints.PLAN + "/versions",
        Permission.READ_PLANS,
        QueryParameters.NONE,
        "Who made, changed or approved a plan when, the newest first",
        this::versions);
    routes.post(
        PlanAddressEndpoints.PLAN + "/price",
        Permission.READ_PLANS,
        QueryParameters.of("version"),
        "What a change by hand would cost; stores nothing",
        this::price);
    routes.post(
        PlanAddressEndpoints.PLAN + "/changes",
        Permission.WRITE_PLANS,
        QueryParameters.NONE,
        "Give a team another duty on a day, or rest; If-Match names the version that was read",
        this::change);
    routes.post(
        PlanAddressEndpoints.PLAN + "/undo",
        Permission.WRITE_PLANS,
        QueryParameters.NONE,
        "Take back the newest change; If-Match names the version that was read",
        this::undo);
    routes.post(
        PlanAddressEndpoints.PLAN + "/approve",
        Permission.APPROVE_PLANS,
        QueryParameters.NONE,
        "Fix the plan as the order that holds; If-Match names the version that was read",
        this::approve);
  }

  private void list(Context ctx) throws SQLException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plans", plans.list().stream().map(PlanDocument::line).toList());
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, document);
  }

  private void make(Context ctx) throws SQLException {
    JsonNode body = body(ctx, Set.of("name", "areas", "roster"));
    String name = name(body.path("name"));
    PlanOfJobsRepository.Made made =
        jobs.of(Principal.of(ctx), job(body, "areas"), job(body, "roster"));
    StoredPlan stored = plans.add(account(ctx), name, made);
    ctx.header("Location", publicUrl.to(PLANS + "/" + stored.plan().id()));
    answer(ctx, 201, stored);
  }

  private void read(Context ctx) throws SQLException {
    StoredPlan stored = plans.read(PlanAddressEndpoints.id(ctx), PlanAddressEndpoints.version(ctx));
    AuditMark.result(ctx);
    if (!EntityTag.ofVersion(stored.plan().version()).answersNotModified(ctx)) {
      Json.answer(ctx, PlanDocument.of(stored));
    }
  }

  private void versions(Context ctx) throws SQLException {
    UUID id = PlanAddressEndpoints.id(ctx);
    ctx.header("Cache-Control", "no-store");
    Json.answer(ctx, PlanDocument.versions(id, plans.read(id, OptionalInt.empty()).history()));
  }

  private void price(Context ctx) throws SQLException {
    Plan plan = plans.read(PlanAddressEndpoints.id(ctx), PlanAddressEndpoints.version(ctx)).plan();
    Wish wish = wish(ctx);
    RosterChange change = RosterChange.of(plan.roster(), wish.day(), wish.team(), wish.after());
    Json.answer(ctx, PlanDocument.price(ChangePrice.of(plan.areas(), plan.roster(), change)));
  }

  private void change(Context ctx) throws SQLException {
    String ifMatch = ifMatch(ctx);
    Wish wish = wish(ctx);
    answer(
        ctx,
        200,
        plans.change(
            account(ctx),
            PlanAddressEndpoints.id(ctx),
            ifMatch,
            wish.day(),
            wish.team(),
            wish.after()));
  }

  private void undo(Context ctx) throws SQLException {
    answer(ctx, 200, plans.undo(account(ctx), PlanAddressEndpoints.id(ctx), ifMatch(ctx)));
  }

  private void approve(Context ctx) throws SQLException {
    answer(ctx, 200, plans.approve(account(ctx), PlanAddressEndpoints.id(ctx), ifMatch(ctx)));
  }

  private void delete(Context ctx) throws SQLException {
    plans.delete(PlanAddressEndpoints.id(ctx), ifMatch(ctx));
    AuditMark.rows(ctx, 1);
    ctx.status(204);
  }

  private static void answer(Context ctx, int status, StoredPlan stored) {
    AuditMark.rows(ctx, 1);
    ctx.header("ETag", EntityTag.ofVersion(stored.plan().version()).header());
    ctx.status(status);
    Json.answer(ctx, PlanDocument.of(stored));
  }

  /** What somebody wants a team to do on a day; nothing for rest. */
  private record Wish(int day, String team, Optional<Assignment> after) {}

  private static Wish wish(Context ctx) {
    JsonNode body = body(ctx, Set.of("day", "team", "shift", "area"));
    int day = whole(body, "day", 366);
    String team = text(body, "team");
    boolean rests = isNothing(body.path("area")) && isNothing(body.path("shift"));
    return new Wish(
        day,
        team,
        rests
            ? Optional.empty()
            : Optional.of(new Assignment(day, whole(body, "shift", 24), team, text(body, "area"))));
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static int whole(JsonNode body, String field, int most) {
    JsonNode value = body.path(field);
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > most) {
      throw refused(
          field,
          "is not a whole number in 1..." + most,
          "take one of these",
          "phải là số nguyên từ 1 đến " + most,
          "hãy sửa lại");
    }
    return value.intValue();
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > 80) {
      throw refused(
          field,
          "is not a text of at most 80 letters",
          "give a code of the plan",
          "phải là chữ, nhiều nhất 80 ký tự",
          "hãy ghi mã có trong phương án");
    }
    return value.textValue();
  }

  private static String name(JsonNode given) {
    String name = Normalizer.normalize(given.asText().strip(), Normalizer.Form.NFC);
    if (!given.isTextual() || !NAME.matcher(name).matches()) {
      throw refused(
          "name",
          "is not a short label",
          "take up to 60 letters, digits, spaces and - – . / :",
          "phải là tên ngắn",
          "nhiều nhất 60 chữ, số, dấu cách và - – . / :");
    }
    return name;
  }

  private static UUID job(JsonNode body, String field) {
    String text = body.path(field).asText();
    if (!PlanAddressEndpoints.isUuid(text)) {
      throw refused(
          field,
          "is not the number of a job",
          "run the analysis, and give the number of its job",
          "không phải số của một lần tính",
          "hãy chạy phân tích rồi gửi số của nó");
    }
    return UUID.fromString(text);
  }

  private static JsonNode body(Context ctx, Set<String> known) {
    JsonNode body = Json.body(ctx, LONGEST_BODY);
    if (!body.isObject()) {
      throw new BadBody("Nội dung phải là một đối tượng JSON. / The body isn't a JSON object.");
    }
    body.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                String all = String.join(", ", known.stream().sorted().toList());
                throw refused(
                    field.length() <= 40 ? field : field.substring(0, 40),
                    "is not known here",
                    "known are " + all,
                    "không có trong biểu này",
                    "các trường: " + all);
              }
            });
    return body;
  }

  private static BadBody refused(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {
    return new BadBody(
        "%s %s; %s. / %s %s; %s.".formatted(field, reasonVi, remedyVi, field, reason, remedy),
        List.of(new FieldError(field, reason, remedy, reasonVi, remedyVi)));
  }

  private static String account(Context ctx) {
    return Principal.of(ctx).account();
  }

  private static String ifMatch(Context ctx) {
    return Optional.ofNullable(ctx.header("If-Match"))
        .filter(header -> !header.isBlank())
        .orElseThrow(
            () ->
                new PreconditionRequired(
                    "Hãy gửi If-Match với ETag của phiên bản đã đọc, để không mất thay đổi của người khác. / Send If-Match with the ETag of the version that was read, so that nobody else's change is lost."));
  }
}
