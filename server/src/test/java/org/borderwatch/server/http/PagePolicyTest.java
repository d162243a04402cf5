package org.borderwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagePolicyTest {
  @Test
  void theImportMapIsAllowedByItsHashAndNothingElseInline() {
    // printf '%s' '{}' | openssl dgst -sha256 -binary | base64
    String policy = PagePolicy.of("<script type=\"importmap\">{}</script><p>x</p>");
    assertThat(policy)
        .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';")
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void aPageWithoutAnImportMapAllowsItsOwnFilesOnly() {
    assertThat(PagePolicy.of("<p>x</p>")).contains("script-src 'self';");
  }
}
