package org.borderwatch.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.http.ApiException;
import org.borderwatch.server.http.ApiException.FieldError;
import org.borderwatch.server.http.Json;

/**
 * A small JSON object with known fields. Unknown ones are refused by name; values are never
 * repeated in an answer, for they may be secrets.
 */
final class JsonForm {
  private static final int LONGEST_BYTES = 4 * 1024;

  private final JsonNode tree;
  private final List<FieldError> errors = new ArrayList<>();

  private JsonForm(JsonNode tree) {
    this.tree = tree;
  }

  /** Reads at most 4 KB of application/json. */
  static JsonForm read(Context ctx, String... fields) {
    JsonNode tree = Json.body(ctx, LONGEST_BYTES);
    if (!tree.isObject()) {
      throw new ApiException.BadBody("The body isn't a JSON object");
    }
    JsonForm form = new JsonForm(tree);
    Set<String> known = Set.of(fields);
    for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        form.refuse(
            name,
            "is not known here",
            LikelyWord.among(known, name)
                .map(near -> "is " + near + " meant?")
                .orElse("known are " + String.join(", ", known.stream().sorted().toList())),
            "không có trong biểu này",
            "các trường: " + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return form;
  }

  /** A text that has to be there; "" after noting the error. */
  String text(String field) {
    Optional<String> text = optionalText(field);
    if (text.isEmpty() && !tree.has(field)) {
      refuse(field, "is missing", "give a text", "còn thiếu", "hãy điền vào");
    }
    return text.orElse("");
  }

  Optional<String> optionalText(String field) {
    JsonNode value = tree.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      refuse(
          field, "is not a text", "write it in quotes", "không phải là chữ", "hãy đặt trong \"\"");
      return Optional.empty();
    }
    if (value.textValue().indexOf('\0') >= 0) {
      refuse(field, "holds a NUL character", "remove it", "có ký tự NUL", "hãy xóa ký tự đó");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  boolean truth(String field, boolean otherwise) {
    JsonNode value = tree.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      refuse(
          field,
          "is not true or false",
          "write true or false",
          "phải là true hoặc false",
          "hãy ghi true hoặc false");
    }
    return value.asBoolean(otherwise);
  }

  int number(String field, int otherwise, int min, int max) {
    JsonNode value = tree.get(field);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < min || value.intValue() > max) {
      String range = min + "..." + max;
      refuse(
          field,
          "is not a whole number in " + range,
          "take one of " + range,
          "phải là số nguyên " + range,
          "hãy ghi số trong khoảng đó");
      return otherwise;
    }
    return value.intValue();
  }

  Role role(String field) {
    String code = text(field);
    Optional<Role> role = Word.byCode(Role.class, code);
    if (role.isEmpty() && tree.has(field)) {
      String known = String.join(", ", Word.codes(Role.class).keySet());
      refuse(
          field,
          "is not a role",
          "take one of " + known,
          "không phải là vai trò",
          "chọn một trong " + known);
    }
    return role.orElse(Role.RECORDER);
  }

  /** Throws when anything was wrong, with everything that was. */
  void check() {
    if (!errors.isEmpty()) {
      FieldError first = errors.get(0);
      throw new ApiException.BadBody(
          first.field() + " " + first.reason() + "; " + first.remedy(), errors);
    }
  }

  private void refuse(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {
    String name = field.length() <= 40 ? field : field.substring(0, 40);
    errors.add(new FieldError(name, reason, remedy, reasonVi, remedyVi));
  }
}
