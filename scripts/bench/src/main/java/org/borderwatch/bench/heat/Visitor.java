package org.borderwatch.bench.heat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.borderwatch.server.http.Json;

/** Somebody who is signed in at a running server, as the page is. Thread-safe. */
public record Visitor(URI server, String cookie, HttpClient client) {
  /** An answer other than 200. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String path, int status, String body) {
      super(path + ": " + status + " " + body);
    }
  }

  /** Signs in. */
  public static Visitor signIn(URI server, String account, String password)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String form = Json.MAPPER.writeValueAsString(Map.of("account", account, "password", password));
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/session"))
            .header("Content-Type", "application/json")
            .header("Origin", server.toString())
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    String cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow(
                () -> new RefusedException("/api/session", answer.statusCode(), answer.body()));
    return new Visitor(server, cookie.split(";", 2)[0], client);
  }

  /** The JSON at a path. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return Json.MAPPER.readTree(text(path));
  }

  /** The text at a path. */
  public String text(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new RefusedException(path, answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  /** One connection that stays open, for measuring. */
  PlainConnection connect() throws IOException {
    return new PlainConnection(server, cookie);
  }
}
