package org.borderwatch.server.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.borderwatch.server.config.ConfigException;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  @Test
  void aPortThatIsTakenIsNamedWithTheRemedy() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> HttpServer.requireFree("127.0.0.1", other.getLocalPort()))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(String.valueOf(other.getLocalPort()))
          .hasMessageContaining("another --port");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsNamedToo() {
    assertThatThrownBy(() -> HttpServer.requireFree("no-such-machine.invalid", 0))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no-such-machine.invalid");
  }

  @Test
  void anyFreePortWillDo() {
    assertThatCode(() -> HttpServer.requireFree("127.0.0.1", 0)).doesNotThrowAnyException();
  }
}
