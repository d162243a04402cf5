package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where people reach this server. Every link is made of it, never of the Host header, which anybody
 * can write.
 */
public final class PublicUrl {
  private final Supplier<String> base;

  /**
   * Takes what stands before a path, such as {@code https://map.example.org}, without a slash at
   * its end. Asked for each link: the port may be known only when the server listens.
   */
  public PublicUrl(Supplier<String> base) {
    this.base = base;
  }

  /** The absolute address of {@code path}, which begins with a slash. */
  public String to(String path) {
    return base.get() + path;
  }

  /** The absolute address of the request, its parameters in alphabetical order. */
  public String of(Context ctx) {
    return of(ctx, Map.of());
  }

  /** The absolute address of the request with {@code changed} parameters replaced or added. */
  public String of(Context ctx, Map<String, String> changed) {
    Map<String, String> query = new TreeMap<>();
    ctx.queryParamMap().forEach((name, values) -> query.put(name, last(values)));
    query.putAll(changed);
    StringBuilder address = new StringBuilder(to(ctx.path()));
    char separator = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      address.append(separator).append(encode(parameter.getKey()));
      address.append('=').append(encode(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }

  private static String last(List<String> values) {
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
