package org.borderwatch.server.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;
import org.borderwatch.server.report.CountKind;
import org.borderwatch.server.report.ReportPeriod;
import org.borderwatch.server.report.Tally;

/**
 * Reads what is sent of counts and of an indicator; every field that can't be right is named at
 * once.
 */
final class OutcomeForm {
  private static final long MOST = 1_000_000_000;
  private static final int MOST_COUNTS = 500;
  private static final int MOST_MONTHS = 24;
  private static final Set<String> FIELDS = Set.of("unit", "period", "reason", "counts");
  private static final Set<String> COUNT_FIELDS =
      Set.of("indicator", "partner", "value", "at_least", "provisional", "version");
  private static final Set<String> INDICATOR_FIELDS =
      Set.of(
          "section",
          "position",
          "name_vi",
          "name_en",
          "unit_vi",
          "unit_en",
          "kind",
          "part_of",
          "disjoint",
          "retired",
          "version");

  private final List<FieldError> errors = new ArrayList<>();

  private OutcomeForm() {}

  /** Counts of one unit and period. */
  record Counts(String unit, ReportPeriod period, OutcomeReason reason, List<OutcomeWish> wishes) {}

  /** Reads counts; {@code indicators} are those that may be counted. */
  static Counts counts(JsonNode body, List<Indicator> indicators) {
    OutcomeForm form = new OutcomeForm();
    form.known("", body, FIELDS);
    String unit = body.path("unit").asText();
    if (unit.isEmpty() || unit.length() > 20) {
      form.refuse("unit", "is missing", "give the code of a unit", "thiếu", "ghi mã đơn vị");
    }
    Optional<ReportPeriod> period = ReportPeriod.parse(body.path("period").asText());
    if (period.isEmpty() || period.get().months() > MOST_MONTHS) {
      form.refuse(
          "period",
          "is no period of 1 to 24 months",
          "give one such as 2024-H1, 2024-Q2, 2024-06 or 2023-01/2024-06",
          "không phải kỳ từ 1 đến 24 tháng",
          "ghi như 2024-H1, 2024-Q2, 2024-06 hoặc 2023-01/2024-06");
    }
    OutcomeReason reason =
        body.path("reason").isMissingNode() || body.path("reason").isNull()
            ? OutcomeReason.CORRECTED
            : form.reason(body.path("reason").asText());
    JsonNode list = body.path("counts");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST_COUNTS) {
      form.refuse(
          "counts",
          "is no list of 1 to 500 counts",
          "send at least one",
          "phải có từ 1 đến 500 số",
          "gửi ít nhất một số");
    }
    List<OutcomeWish> wishes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; list.isArray() && i < Math.min(list.size(), MOST_COUNTS); i++) {
      wishes.add(form.wish("counts/" + i, list.get(i), indicators, seen));
    }
    form.check();
    return new Counts(unit, period.orElseThrow(), reason, wishes);
  }

  private OutcomeWish wish(String at, JsonNode one, List<Indicator> indicators, Set<String> seen) {
    known(at + "/", one, COUNT_FIELDS);
    String code = one.path("indicator").asText();
    Optional<Indicator> indicator =
        indicators.stream().filter(each -> each.code().equals(code)).findFirst();
    if (indicator.isEmpty() || indicator.get().retired()) {
      refuse(
          at + "/indicator",
          "is no indicator in use",
          "take one of /api/outcomes/indicators",
          "không phải chỉ tiêu đang dùng",
          "chọn trong danh mục chỉ tiêu");
    }
    Optional<String> partner =
        isNothing(one.path("partner"))
            ? Optional.empty()
            : Optional.of(one.path("partner").asText());
    if (partner.isPresent() && !partner.get().matches("[A-Z]{2}")) {
      refuse(
          at + "/partner",
          "is no country code",
          "give two capitals such as CN",
          "không phải mã nước",
          "ghi hai chữ hoa như CN");
    }
    if (!seen.add(code + " " + partner.orElse(""))) {
      refuse(at + "/indicator", "is there twice", "send it once", "bị lặp", "chỉ gửi một lần");
    }
    JsonNode value = one.path("value");
    boolean whole =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= MOST;
    if (!isNothing(value) && !whole) {
      refuse(
          at + "/value",
          "is not a whole number from 0 to 1,000,000,000",
          "send the count, or null to withdraw it",
          "phải là số nguyên từ 0 đến 1.000.000.000",
          "ghi số đếm được, hoặc null để rút");
    }
    JsonNode version = one.path("version");
    if (!isNothing(version) && (!version.isInt() || version.intValue() < 0)) {
      refuse(
          at + "/version",
          "is not the number of a version",
          "send the version that was read, 0 for a new count",
          "không phải số phiên bản",
          "gửi phiên bản đã đọc, 0 nếu là số mới");
    }
    return new OutcomeWish(
        code,
        partner,
        whole
            ? Optional.of(
                new Tally(value.longValue(), flag(at, one, "at_least"), OptionalDouble.empty()))
            : Optional.empty(),
        flag(at, one, "provisional"),
        version.asInt());
  }

  /** Reads an indicator that is to be stored under {@code code}. */
  static Indicator indicator(String code, JsonNode body, List<Indicator> known) {
    OutcomeForm form = new OutcomeForm();
    form.known("", body, INDICATOR_FIELDS);
    if (!code.matches("[a-z][a-z0-9_]{1,39}")) {
      form.refuse(
          "code",
          "is no code",
          "take small letters, digits and _, 2 to 40 of them",
          "không phải mã",
          "dùng chữ thường, số và _, từ 2 đến 40 ký tự");
    }
    Optional<OutcomeSection> section = form.word("section", body, OutcomeSection.class);
    Optional<CountKind> kind = form.word("kind", body, CountKind.class);
    String partOf = isNothing(body.path("part_of")) ? "" : body.path("part_of").asText();
    if (!partOf.isEmpty() && isPartOfItself(code, partOf, known)) {
      form.refuse(
          "part_of",
          "is no other indicator, or a part of this one",
          "name the whole",
          "không phải chỉ tiêu khác, hoặc là phần của chính nó",
          "ghi mã của tổng");
    }
    String nameVi = form.text("name_vi", body, 160);
    String nameEn = form.text("name_en", body, 160);
    String unitVi = form.text("unit_vi", body, 30);
    String unitEn = form.text("unit_en", body, 30);
    int position = body.path("position").asInt(10_000);
    int version = body.path("version").asInt(0);
    boolean disjoint = !partOf.isEmpty() && form.flag("", body, "disjoint");
    boolean retired = form.flag("", body, "retired");
    form.check();
    return new Indicator(
        code,
        section.orElseThrow(),
        position,
        nameVi,
        nameEn,
        unitVi,
        unitEn,
        kind.orElseThrow(),
        Optional.of(partOf).filter(whole -> !whole.isEmpty()),
        disjoint,
        retired,
        version + 1);
  }

  /** Whether going up from the whole leads back, or to nowhere. */
  private static boolean isPartOfItself(String code, String partOf, List<Indicator> known) {
    Map<String, Indicator> byCode = new java.util.HashMap<>();
    known.forEach(one -> byCode.put(one.code(), one));
    Optional<String> at = Optional.of(partOf);
    for (int steps = 0; at.isPresent(); steps++) {
      if (at.get().equals(code) || !byCode.containsKey(at.get()) || steps > known.size()) {
        return true;
      }
      at = byCode.get(at.get()).partOf();
    }
    return false;
  }

  private OutcomeReason reason(String code) {
    Optional<OutcomeReason> reason = OutcomeReason.ofChange(code);
    if (reason.isEmpty()) {
      refuse(
          "reason",
          "is no reason for a change",
          "take late, corrected, reclassified or confirmed",
          "không phải lý do sửa",
          "chọn late, corrected, reclassified hoặc confirmed");
    }
    return reason.orElse(OutcomeReason.CORRECTED);
  }

  private <E extends Enum<E> & Word> Optional<E> word(String field, JsonNode body, Class<E> type) {
    Optional<E> word = Word.byCode(type, body.path(field).asText());
    if (word.isEmpty()) {
      String all = String.join(", ", Word.codes(type).keySet());
      refuse(field, "is none of " + all, "take one", "không thuộc " + all, "chọn một");
    }
    return word;
  }

  private String text(String field, JsonNode body, int most) {
    String text = Normalizer.normalize(body.path(field).asText().strip(), Normalizer.Form.NFC);
    if (text.isEmpty() || text.length() > most) {
      refuse(
          field,
          "is not a text of 1 to " + most + " letters",
          "write one",
          "phải có từ 1 đến " + most + " ký tự",
          "hãy ghi");
    }
    return text;
  }

  private boolean flag(String at, JsonNode one, String field) {
    JsonNode value = one.path(field);
    if (!isNothing(value) && !value.isBoolean()) {
      refuse(
          at.isEmpty() ? field : at + "/" + field,
          "is neither true nor false",
          "send one of them",
          "phải là true hoặc false",
          "gửi một trong hai");
    }
    return value.asBoolean(false);
  }

  private void known(String at, JsonNode object, Set<String> fields) {
    if (!object.isObject()) {
      throw new BadBody("Nội dung phải là một đối tượng JSON. / The body isn't a JSON object.");
    }
    object
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                String all = String.join(", ", fields.stream().sorted().toList());
                refuse(
                    at + (field.length() <= 40 ? field : field.substring(0, 40)),
                    "is not known here",
                    "known are " + all,
                    "không có trong biểu này",
                    "các trường: " + all);
              }
            });
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private void refuse(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {
    errors.add(new FieldError(field, reason, remedy, reasonVi, remedyVi));
  }

  private void check() {
    if (errors.isEmpty()) {
      return;
    }
    FieldError first = errors.get(0);
    throw new BadBody(
        "%s: %s; %s. / %s %s; %s."
            .formatted(
                first.field(),
                first.reasonVi(),
                first.remedyVi(),
                first.field(),
                first.reason(),
                first.remedy()),
        errors);
  }
}
