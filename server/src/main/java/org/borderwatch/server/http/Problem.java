package org.borderwatch.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An RFC 9457 problem document.
 *
 * @param type the last part of the type URI, such as {@code bad-parameter}
 * @param title the kind of problem in a few words, always the same for a type
 * @param status HTTP status
 * @param detail what is wrong here and how to mend it
 * @param members further members, such as {@code parameter} or {@code errors}
 * @param headers headers that the answer needs, such as {@code Retry-After}
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    Map<String, Object> members,
    Map<String, String> headers) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem(String type, String title, int status, String detail) {
    this(type, title, status, detail, Map.of(), Map.of());
  }

  /** The members of the document in the order of the RFC, then ours. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "/problems/" + type);
    document.put("title", title);
    document.put("status", status);
    document.put("detail", detail);
    document.putAll(members);
    return document;
  }
}
