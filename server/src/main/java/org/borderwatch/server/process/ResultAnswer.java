package org.borderwatch.server.process;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.process.ProcessResult.Form;

/** A result as an answer: itself with a name to save it under, or inside a document. */
final class ResultAnswer {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private ResultAnswer() {}

  /** Answers with the result itself. */
  static void raw(Context ctx, Form form, String process, Instant made, boolean synthetic) {
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"" + fileName(form, process, made, synthetic) + "\"");
    String charset = form.mediaType().startsWith("text/") ? "; charset=utf-8" : "";
    ctx.contentType(form.mediaType() + charset).result(form.content());
  }

  /** Answers with a document that holds the result as the value of the output {@code result}. */
  static void document(Context ctx, Form form) {
    Map<String, Object> value = new LinkedHashMap<>();
    if (form.isJson()) {
      value.put("value", Json.tree(form.content()));
    } else if (form.mediaType().startsWith("text/")) {
      value.put("value", new String(form.content(), StandardCharsets.UTF_8));
    } else {
      value.put("value", Base64.getEncoder().encodeToString(form.content()));
      value.put("encoding", "base64");
    }
    value.put("mediaType", form.mediaType());
    Json.answer(ctx, Map.of("result", value));
  }

  /** Such as {@code hotspots-2026-11-25-synthetic.geojson}. */
  static String fileName(Form form, String process, Instant made, boolean synthetic) {
    return process
        + "-"
        + made.atZone(ZONE).toLocalDate()
        + (synthetic ? "-synthetic" : "")
        + form.extension();
  }
}
