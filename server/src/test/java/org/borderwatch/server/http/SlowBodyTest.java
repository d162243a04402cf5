package org.borderwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.borderwatch.server.compute.Courtesy;
import org.junit.jupiter.api.Test;

class SlowBodyTest {
  private static final int LOOKS = 200;
  private static final int PACE_MILLIS = 50;

  @Test
  void whoSendsABodyTooSlowlyIsToldSoAndItIsNotOurFault() throws Exception {
    RouteTable routes = new RouteTable(new Courtesy());
    routes.post(
        "/body",
        Permission.NOBODY,
        QueryParameters.NONE,
        "Reads a body",
        ctx -> ctx.result(String.valueOf(ctx.bodyInputStream().readAllBytes().length)));
    HttpServer server = new HttpServer("127.0.0.1", 0, routes, (ctx, route) -> {}, config -> {});
    server.start();
    try (Socket caller = new Socket("127.0.0.1", server.port())) {
      OutputStream out = caller.getOutputStream();
      out.write(
          "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(statusLine(caller, out)).contains(" 408 ");
    } finally {
      server.close();
    }
  }

  /** Sends a byte now and then until somebody answers. */
  private static String statusLine(Socket caller, OutputStream out)
      throws IOException, InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      if (caller.getInputStream().available() > 0) {
        byte[] answer = caller.getInputStream().readNBytes(30);
        return new String(answer, StandardCharsets.US_ASCII);
      }
      out.write('x');
      out.flush();
      Thread.sleep(PACE_MILLIS);
    }
    return fail("nobody answered");
  }
}
