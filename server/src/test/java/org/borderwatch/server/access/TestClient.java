package org.borderwatch.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.borderwatch.server.http.Json;

/** Speaks to a server on this machine as a program, or as the page does. */
final class TestClient {
  static final String PASSWORD = "trăng sáng trên đèo Mẫu Sơn";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final String origin;

  /**
   * @param origin what a browser would call the page's origin
   */
  TestClient(int port, String origin) {
    this.address = "http://127.0.0.1:" + port;
    this.origin = origin;
  }

  /** The page is reached at the address of the server itself. */
  TestClient(int port) {
    this(port, "http://127.0.0.1:" + port);
  }

  String origin() {
    return origin;
  }

  /** Sends a request; {@code headers} are names and values in turn. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** Signs in as the page does. */
  HttpResponse<String> signIn(String account, String password) {
    return send(
        "POST",
        "/api/session",
        json(Map.of("account", account, "password", password)),
        "Origin",
        origin,
        "Sec-Fetch-Site",
        "same-origin");
  }

  /** Signs in and returns the value of a header Cookie. */
  String cookie(String account) {
    return cookieOf(signIn(account, PASSWORD));
  }

  static String cookieOf(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  static String basic(String account, String password) {
    byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  static JsonNode tree(HttpResponse<String> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
