package org.borderwatch.data.detection;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectionCsvTest {
  private static final String GOOD =
      "observed_at,lon,lat\n2024-06-30T21:10:00+07:00,106.69767,21.9511\n";

  @Test
  void onlyTimeAndPositionAreNeeded() {
    Detection detection = Rules.csv(GOOD).detection();
    assertThat(detection.observedAt()).isEqualTo(Instant.parse("2024-06-30T14:10:00Z"));
    assertThat(detection.direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(detection.setting()).isEqualTo(Setting.TRAIL);
    assertThat(detection.source()).isEqualTo(Source.PATROL);
    assertThat(detection.outcome()).isEqualTo(Outcome.OBSERVED);
    assertThat(detection.persons()).isEqualTo(1);
    assertThat(detection.women()).isNull();
    assertThat(detection.sourceRef()).startsWith("auto:").endsWith("-1");
    assertThat(SourceRef.valid(detection.sourceRef())).isTrue();
  }

  @Test
  void columnsComeInAnyOrderAndCase() {
    Detection detection =
        Rules.csv("LAT,Persons,lon,observed_at\n21.9511,7,106.69767,2024-06-30T14:10Z\n")
            .detection();
    assertThat(detection.persons()).isEqualTo(7);
    assertThat(detection.lat()).isEqualTo(21.9511);
  }

  @Test
  void aVietnameseExcelFileWithSemicolonsAndDecimalCommasIsRead() {
    String text =
        "observed_at;lon;lat;indicators;origin\r\n"
            + "2024-06-30T21:10:00+07:00;106,69767;21,9511;\"debt;injury\";Lạng Sơn\r\n"
            + ";;;;\r\n";
    Rules.Outcome outcome = Rules.csv("\ufeff" + text);
    assertThat(outcome.delimiter()).isEqualTo(";");
    assertThat(outcome.detection().lon()).isEqualTo(106.69767);
    assertThat(outcome.detection().indicators())
        .containsExactlyInAnyOrder(Indicator.DEBT, Indicator.INJURY);
    assertThat(outcome.detection().origin()).isEqualTo("VN-09");
    assertThat(Rules.csv("sep=;\r\n" + text).good()).hasSize(1);
  }

  @Test
  void tabsAndQuotedDecimalCommasAreRead() {
    assertThat(Rules.csv(GOOD.replace(',', '\t')).good()).hasSize(1);
    Detection quoted =
        Rules.csv(GOOD.replace("106.69767", "\"106,69767\"").replace("21.9511", "\"21,9511\""))
            .detection();
    assertThat(quoted.lat()).isEqualTo(21.9511);
  }

  @Test
  void utf16WithAByteOrderMarkIsRead() {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      Rules.Outcome outcome = Rules.read(DetectionFormat.CSV, ("\ufeff" + GOOD).getBytes(charset));
      assertThat(outcome.good()).hasSize(1);
      assertThat(outcome.encoding()).isEqualTo(charset.name());
    }
  }

  @Test
  void blankLinesBeforeTheHeaderAreSteppedOver() {
    Rules.Outcome outcome = Rules.csv("\r\n,,\r\n" + GOOD);
    assertThat(outcome.good()).extracting(ParsedDetection::line).containsExactly(4L);
  }

  @Test
  void otherEncodingsAreRefusedWithTheWayOutOfExcel() {
    byte[] old =
        "observed_at,lon,lat,origin\n1,2,3,Đà Nẵng\n".getBytes(Charset.forName("windows-1258"));
    assertThat(refused(old).problem()).isEqualTo(FileProblem.NOT_UTF8);
    assertThat(refused(old).remedy()).contains("CSV UTF-8");
    assertThat(refused(GOOD.getBytes(UTF_16LE)).problem()).isEqualTo(FileProblem.UNMARKED_UTF16);
    assertThat(refused(new byte[] {'P', 'K', 3, 4, 1}).problem()).isEqualTo(FileProblem.WORKBOOK);
    assertThat(refused(new byte[] {0x1f, (byte) 0x8b, 8}).problem())
        .isEqualTo(FileProblem.COMPRESSED);
    assertThat(refused(new byte[0]).problem()).isEqualTo(FileProblem.EMPTY);
  }

  @Test
  void aBadByteCostsItsRowAlone() {
    String row = "2024-06-30T21:10:00+07:00,106.69767,21.9511\n";
    byte[] file = (GOOD + row.replace("21.9511", "21.95\u00a711") + row).getBytes(UTF_8);
    for (int i = 0; i < file.length; i++) {
      file[i] = file[i] == (byte) 0xc2 ? (byte) 0xff : file[i];
    }
    Rules.Outcome outcome = Rules.read(DetectionFormat.CSV, file);
    assertThat(outcome.good()).hasSize(2);
    assertThat(outcome.refusals())
        .extracting(Refusal::why, Refusal::line)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(RefusalReason.NOT_UTF8, 3L));
  }

  @Test
  void columnsThatCannotBeAreRefusedByName() {
    assertThat(header("observed_at,lon,lat,ho_ten").getMessage()).contains("ho_ten");
    assertThat(header("observed_at,lon,lat,ho_ten").problem())
        .isEqualTo(FileProblem.UNKNOWN_COLUMN);
    assertThat(header("observed_at,lon,lat,person").remedy()).contains("persons");
    assertThat(header("observed_at,lon,lat,border_km").problem())
        .isEqualTo(FileProblem.DERIVED_COLUMN);
    assertThat(header("observed_at,lon,lat,lat").problem()).isEqualTo(FileProblem.REPEATED_COLUMN);
    assertThat(header("observed_at,lon").getMessage()).contains("lat");
    assertThat(header("2024-06-30T21:10:00+07:00,106.7,21.9").problem())
        .isEqualTo(FileProblem.MISSING_COLUMN);
  }

  @Test
  void theRowsOfARejectsFileCanBeImportedOnceMended() {
    String file =
        "line,field,reason,remedy,observed_at,lon,lat\n"
            + "7,lat,\"why, indeed\",how,2024-06-30T21:10:00+07:00,106.69767,21.9511\n";
    assertThat(Rules.csv(file).good()).hasSize(1);
  }

  @Test
  void linesEndInThreeWaysAndTheLastNeedsNoEnd() {
    String row = "2024-06-30T21:10:00+07:00,106.69767,21.9511";
    String header = "observed_at,lon,lat";
    for (String end : List.of("\n", "\r\n", "\r")) {
      Rules.Outcome outcome = Rules.csv(header + end + row + end + end + row + ",bad" + end + row);
      assertThat(outcome.good()).extracting(ParsedDetection::line).containsExactly(2L, 5L);
      assertThat(outcome.refusals()).extracting(Refusal::line).containsExactly(4L);
    }
  }

  @Test
  void linesAreWholeWhereverABufferEnds() {
    StringBuilder file = new StringBuilder("observed_at,lon,lat,source_ref\r\n");
    Random random = new Random(7);
    int rows = 20_000;
    for (int i = 0; i < rows; i++) {
      file.append("2024-06-30T21:10:00+07:00,106.69767,21.9511,R-")
          .append(i)
          .append("x".repeat(random.nextInt(40)))
          .append("\r\n");
    }
    Rules.Outcome outcome = Rules.csv(file.toString());
    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.good()).hasSize(rows);
    assertThat(outcome.good().get(rows - 1).line()).isEqualTo(rows + 1);
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    Random random = new Random(11);
    StringWriter text = new StringWriter();
    List<Detection> written = new java.util.ArrayList<>();
    try (DetectionCsvWriter writer = new DetectionCsvWriter(text)) {
      for (int i = 0; i < 200; i++) {
        written.add(any(random, i));
        writer.write(written.get(i));
      }
    }
    assertThat(Rules.csv(text.toString()).good())
        .extracting(ParsedDetection::detection)
        .containsExactlyElementsOf(written);
  }

  @Test
  void aMadeReferenceDependsOnContentNotOnFormOrOrder() {
    String made = Rules.csv(GOOD).detection().sourceRef();
    String other = "lat,lon,observed_at,persons\n21.951100,1.0669767e2,2024-06-30T14:10:00Z,1\n";
    assertThat(Rules.csv(other).detection().sourceRef()).isEqualTo(made);
    assertThat(Rules.csv(GOOD.replace("21.9511", "21.9512")).detection().sourceRef())
        .isNotEqualTo(made);
    assertThat(made).isEqualTo("auto:66gy3xzqti5jdis4hh5qumq5wm-1");
    assertThat(SourceRef.occurrence(made, 12)).isEqualTo(made.substring(0, made.length() - 1) + 12);
  }

  private static Detection any(Random random, int number) {
    int persons = 1 + random.nextInt(9);
    boolean counted = random.nextBoolean();
    return new Detection(
        "R-" + number,
        Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000)),
        106.6 + random.nextDouble() / 10,
        21.9 + random.nextDouble() / 10,
        random.nextBoolean() ? null : random.nextInt(2000) / 10.0,
        Direction.values()[random.nextInt(3)],
        Setting.values()[random.nextInt(5)],
        Source.values()[random.nextInt(4)],
        Outcome.values()[random.nextInt(4)],
        persons,
        counted ? random.nextInt(persons + 1) : null,
        counted ? 0 : null,
        random.nextBoolean()
            ? EnumSet.of(Indicator.DEBT, Indicator.INJURY)
            : EnumSet.noneOf(Indicator.class),
        random.nextBoolean() ? "LS-01" : null,
        random.nextBoolean() ? "VN-09" : null);
  }

  private static UnreadableFileException header(String line) {
    return refused((line + "\n").getBytes(UTF_8));
  }

  private static UnreadableFileException refused(byte[] file) {
    return catchThrowableOfType(
        UnreadableFileException.class, () -> Rules.read(DetectionFormat.CSV, file));
  }
}
