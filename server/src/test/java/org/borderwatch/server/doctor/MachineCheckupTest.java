package org.borderwatch.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.borderwatch.server.doctor.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCheckupTest {
  @TempDir private Path folder;

  @Test
  void aPasswordThatOthersCanReadIsBad() throws IOException {
    Path password = Files.writeString(folder.resolve("cluster-postgres.password"), "secret\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(bad())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.line()).contains("cluster-postgres.password", "chmod 600"));

    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    assertThat(bad()).isEmpty();
  }

  @Test
  void everyLineOfSomethingWrongNamesARemedy() {
    Path nowhere = folder.resolve("not/made/yet");
    assertThat(new MachineCheckup(nowhere, true).look())
        .allMatch(finding -> finding.level() == Level.OK || !finding.remedy().isEmpty());
    assertThat(nowhere).doesNotExist();
  }

  private List<Finding> bad() {
    return new MachineCheckup(folder, true)
        .look().stream().filter(finding -> finding.level() == Level.BAD).toList();
  }
}
