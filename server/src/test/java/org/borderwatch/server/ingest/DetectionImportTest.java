package org.borderwatch.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.detection.Refusal;
import org.borderwatch.data.detection.RefusalReason;
import org.borderwatch.data.detection.UnreadableFileException;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgisTest
class DetectionImportTest {
  private static final String HEADER = "source_ref,observed_at,lon,lat,persons,station\n";
  private static final String ROW = "A-1,2024-06-30T21:10:00+07:00,106.69767,21.9511,4,\n";

  private final TestDatabase owner;
  private final Database database;
  private final DetectionImport imports;
  @TempDir Path folder;

  DetectionImportTest(TestDatabase owner, Database database) {
    this.owner = owner;
    this.database = database;
    this.imports = new DetectionImport(database, new BorderLocator(LandBorder.load()));
  }

  @BeforeEach
  void twoStationsAndNothingStored() throws SQLException {
    owner.asOwner("DELETE FROM borderwatch.detection");
    owner.asOwner("DELETE FROM borderwatch.border_section");
    owner.asOwner("DELETE FROM borderwatch.unit");
    owner.asOwner(
        "INSERT INTO borderwatch.unit (code, name_vi, name_en, kind) VALUES"
            + " ('LS-01', 'Đồn một', 'One', 'station'), ('LS-02', 'Đồn hai', 'Two', 'station')");
    owner.asOwner(
        "INSERT INTO borderwatch.border_section (station, border_with, from_km, to_km, geom) VALUES"
            + " ('LS-01', 'CN', 1063.7, 1200, 'SRID=4326;LINESTRING(0 0,1 1)'),"
            + " ('LS-02', 'CN', 1200, 1287, 'SRID=4326;LINESTRING(0 0,1 1)')");
  }

  @Test
  void aRowIsStoredWithItsPlaceOnTheBorder() throws Exception {
    ImportReport report = run(HEADER + ROW);
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.refusedRows()).isZero();
    assertThat(text("SELECT border_with || ' ' || (border_offset_m > 0) FROM detection"))
        .isEqualTo("CN true");
    assertThat(text("SELECT responsible_station FROM detection")).isEqualTo("LS-01");
    assertThat(text("SELECT station FROM detection")).isNull();
    assertThat(text("SELECT recorded_by || version || synthetic FROM detection"))
        .isEqualTo("tester1false");
    assertThat(text("SELECT ST_AsText(geom) FROM detection")).isEqualTo("POINT(106.69767 21.9511)");
    assertThat(text("SELECT to_char(observed_at AT TIME ZONE 'UTC', 'HH24:MI') FROM detection"))
        .isEqualTo("14:10");
    assertThat(text("SELECT operation || changed_by FROM detection_change ORDER BY change_no DESC"))
        .isEqualTo("inserttester");
  }

  @Test
  void importingTwiceChangesNothing() throws Exception {
    String file =
        HEADER
            + ROW
            + ROW.replace("A-1", "").replace(",\n", ",LS-02\n")
            + ROW.replace("A-1", "")
            + ROW.replace("A-1", "");
    assertThat(run(file).stored()).isEqualTo(4);
    String before = text("SELECT string_agg(d::text, '|' ORDER BY row_no) FROM detection AS d");
    ImportReport again = run(file);
    assertThat(again.stored()).isZero();
    assertThat(again.unchanged()).isEqualTo(4);
    assertThat(text("SELECT string_agg(d::text, '|' ORDER BY row_no) FROM detection AS d"))
        .isEqualTo(before);
  }

  @Test
  void equalRowsWithoutReferenceAreCountedNotMerged() throws Exception {
    String row = ROW.replace("A-1", "");
    run(HEADER + row + row);
    assertThat(text("SELECT count(DISTINCT source_ref)::text FROM detection")).isEqualTo("2");
    assertThat(run(HEADER + row + row + row).stored()).isEqualTo(1);
  }

  @Test
  void otherContentUnderTheSameKeyIsAConflictThatShowsBoth() throws Exception {
    run(HEADER + ROW);
    ImportReport report = run(HEADER + ROW.replace(",4,", ",5,"));
    assertThat(report.stored() + report.unchanged()).isZero();
    Refusal refusal = report.refusals().get(0);
    assertThat(refusal.why()).isEqualTo(RefusalReason.CONFLICT);
    assertThat(refusal.line()).isEqualTo(2);
    assertThat(refusal.reason()).contains("persons: 4 / 5");
    assertThat(rejects()).contains("A-1,2024-06-30T21:10:00+07:00,106.69767,21.9511,5,");
    assertThat(text("SELECT persons::text FROM detection")).isEqualTo("4");
  }

  @Test
  void replacingKeepsTheHistory() throws Exception {
    run(HEADER + ROW);
    ImportReport report = run(HEADER + ROW.replace(",4,", ",5,"), true, false, null);
    assertThat(report.stored()).isEqualTo(1);
    assertThat(text("SELECT persons::text || version FROM detection")).isEqualTo("52");
    assertThat(
            text(
                "SELECT before->>'persons' FROM detection_change WHERE operation = 'update'"
                    + " ORDER BY change_no DESC LIMIT 1"))
        .isEqualTo("4");
  }

  @Test
  void aKeyThatStandsTwiceInTheFileIsStoredOnce() throws Exception {
    ImportReport report = run(HEADER + ROW + ROW + ROW.replace(",4,", ",6,"));
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(report.refusals()).extracting(Refusal::why).containsExactly(RefusalReason.REPEATED);
    assertThat(report.refusals().get(0).reason()).contains("Line 2").contains("persons: 4 / 6");
  }

  @Test
  void aDryRunStoresNothingAndTellsTheSame() throws Exception {
    ImportReport dry = run(HEADER + ROW + "bad\n", false, true, null);
    assertThat(dry.stored()).isEqualTo(1);
    assertThat(dry.refusedRows()).isEqualTo(1);
    assertThat(text("SELECT count(*)::text FROM detection")).isEqualTo("0");
    assertThat(run(HEADER + ROW).stored()).isEqualTo(1);
  }

  @Test
  void aRecorderImportsForTheOwnUnitOnly() throws Exception {
    String file = HEADER + ROW + ROW.replace("A-1", "A-2").replace(",\n", ",LS-02\n");
    ImportReport report = run(file, false, false, Set.of("LS-01"));
    assertThat(report.stored()).isEqualTo(1);
    assertThat(report.refusals())
        .extracting(Refusal::why)
        .containsExactly(RefusalReason.NOT_YOUR_STATION);
    ImportReport other = run(HEADER + ROW.replace(",4,", ",5,"), true, false, Set.of("LS-02"));
    assertThat(other.refusals().get(0).why()).isEqualTo(RefusalReason.NOT_YOUR_STATION);
    assertThat(text("SELECT persons::text FROM detection WHERE source_ref = 'A-1'")).isEqualTo("4");
  }

  @Test
  void aBrokenFileStoresNothing() {
    String file =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
            + "{\"type\":\"Point\",\"coordinates\":[106.69767,21.9511]},\"properties\":"
            + "{\"observed_at\":\"2024-06-30T14:10:00Z\"}},";
    assertThatThrownBy(() -> run(file, DetectionFormat.GEOJSON, new ImportProgress()))
        .isInstanceOf(UnreadableFileException.class);
    assertThat(text("SELECT count(*)::text FROM detection")).isEqualTo("0");
  }

  @Test
  void aCancelledImportStoresNothing() {
    ImportProgress progress = new ImportProgress();
    progress.cancel();
    assertThatThrownBy(() -> run(HEADER + ROW, DetectionFormat.CSV, progress))
        .isInstanceOf(CancellationException.class);
    assertThat(text("SELECT count(*)::text FROM detection")).isEqualTo("0");
  }

  @Test
  void manyRowsComeThroughInOrderAndWhole() throws Exception {
    StringBuilder file = new StringBuilder(HEADER);
    int rows = 12_345;
    for (int i = 1; i <= rows; i++) {
      file.append(ROW.replace("A-1", i % 100 == 0 ? "two words" : "R-" + i));
    }
    ImportReport report = run(file.toString());
    assertThat(report.rows()).isEqualTo(rows);
    assertThat(report.refusedRows()).isEqualTo(123);
    assertThat(report.stored()).isEqualTo(rows - 123);
    assertThat(report.refusals()).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
    assertThat(rejects().lines().count()).isEqualTo(124);
    assertThat(text("SELECT (max(row_no) - min(row_no) + 1)::text FROM detection"))
        .isEqualTo(String.valueOf(rows - 123));
    assertThat(run(file.toString()).unchanged()).isEqualTo(rows - 123);
  }

  private ImportReport run(String file) throws Exception {
    return run(file, false, false, null);
  }

  private ImportReport run(
      String file, boolean replace, boolean dryRun, @Nullable Set<String> units) throws Exception {
    return imports.run(
        new ImportRequest(
            written(file),
            DetectionFormat.CSV,
            null,
            rejectsFile(),
            replace,
            dryRun,
            false,
            "tester",
            units),
        new ImportProgress());
  }

  private ImportReport run(String file, DetectionFormat format, ImportProgress progress)
      throws Exception {
    return imports.run(
        new ImportRequest(
            written(file), format, null, rejectsFile(), false, false, false, "tester", null),
        progress);
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("detections"), text, StandardCharsets.UTF_8);
  }

  private Path rejectsFile() {
    return folder.resolve("rejects.csv");
  }

  private String rejects() throws IOException {
    return Files.readString(rejectsFile());
  }

  private @Nullable String text(String sql) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).findFirst().orElse(null));
  }
}
