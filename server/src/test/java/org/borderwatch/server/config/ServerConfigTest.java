package org.borderwatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {
  @TempDir private Path folder;
  private Map<String, String> data;

  @BeforeEach
  void nameTheFolder() {
    data = Map.of("data", folder.toString());
  }

  @Test
  void withoutAnySourceTheDefaultsCount() {
    ServerConfig config = ServerConfig.load(data, Map.of());
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.bind()).isEqualTo("127.0.0.1");
    assertThat(config.demo()).isTrue();
    assertThat(config.importMaxBytes()).isEqualTo(1L << 30);
    assertThat(config.publicUrl(8099)).isEqualTo("http://localhost:8099");
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
    file("port=1001\nbind = 0.0.0.0\nimport.max.size=5 MB\n");
    Map<String, String> environment =
        Map.of("BORDERWATCH_PORT", "1002", "BORDERWATCH_IMPORT_MAX_SIZE", "7MB");
    ServerConfig config =
        ServerConfig.load(Map.of("data", folder.toString(), "port", "1003"), environment);
    assertThat(config.port()).isEqualTo(1003);
    assertThat(config.importMaxBytes()).isEqualTo(7L << 20);
    assertThat(config.bind()).isEqualTo("0.0.0.0");
    assertThat(config.describe())
        .contains("1003 (--port)", "0.0.0.0 (file)", "7MB (BORDERWATCH_IMPORT_MAX_SIZE)");
  }

  @Test
  void passwordsAreInTheOpenWhereOtherMachinesReachItWithoutHttps() {
    assertThat(bound("127.0.0.1", "").sendsPasswordsInTheOpen()).isFalse();
    assertThat(bound("::1", "").sendsPasswordsInTheOpen()).isFalse();
    assertThat(bound("0.0.0.0", "").sendsPasswordsInTheOpen()).isTrue();
    assertThat(bound("0.0.0.0", "http://map.example.vn").sendsPasswordsInTheOpen()).isTrue();
    assertThat(bound("0.0.0.0", "https://map.example.vn").sendsPasswordsInTheOpen()).isFalse();
  }

  private ServerConfig bound(String bind, String publicUrl) {
    return ServerConfig.load(
        Map.of("data", folder.toString(), "bind", bind, "public-url", publicUrl), Map.of());
  }

  @Test
  void secretsAreNeverShown() {
    ServerConfig config =
        ServerConfig.load(
            data,
            Map.of(
                "BORDERWATCH_ADMIN_PASSWORD", "very-secret",
                "BORDERWATCH_DATABASE_URL", "postgresql://an:very-secret@h/d"));
    assertThat(config.adminPassword()).isEqualTo("very-secret");
    assertThat(config.describe() + config).doesNotContain("very-secret").contains("********");
  }

  @Test
  void aValueThatCannotBeIsRefusedWithItsOrigin() {
    assertThatThrownBy(() -> ServerConfig.load(data, Map.of("BORDERWATCH_PORT", "70000")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "port (from BORDERWATCH_PORT) is \"70000\"; expected a whole number from 0 to 65535");
    assertThatThrownBy(() -> ServerConfig.load(data, Map.of("BORDERWATCH_DEMO", "yes")))
        .hasMessageContaining("expected true or false");
    assertThatThrownBy(() -> ServerConfig.load(data, Map.of("BORDERWATCH_IMPORT_MAX_SIZE", "big")))
        .hasMessageContaining("expected a size");
    assertThatThrownBy(() -> ServerConfig.load(data, Map.of("BORDERWATCH_PUBLIC_URL", "ftp://x")))
        .hasMessageContaining("public-url");
  }

  @Test
  void aMisspeltSettingInTheFileIsNamed() throws IOException {
    file("prot=1001\n");
    assertThatThrownBy(() -> ServerConfig.load(data, Map.of()))
        .hasMessageContaining("unknown settings [prot]")
        .hasMessageContaining("port");
  }

  private void file(String text) throws IOException {
    Files.writeString(folder.resolve(ServerConfig.FILE), text);
  }
}
