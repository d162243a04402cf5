package org.borderwatch.server.patrol.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.borderwatch.data.border.LandBorder;
import org.borderwatch.data.place.Places;
import org.borderwatch.server.patrol.area.PlannedAreasExamples;
import org.borderwatch.server.patrol.plan.Plan;
import org.borderwatch.server.testing.Gdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFilesTest {
  private static final OrderPdf PDF = new OrderPdf(LandBorder.load().lines(), Places.load().all());

  @TempDir Path folder;

  private static byte[] pdf(PatrolOrder order) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PDF.write(order, OrderExamples.PRINTED, out);
    return out.toByteArray();
  }

  private static PatrolOrder order(Plan plan) {
    return PatrolOrder.of(plan, Optional.empty()).orElseThrow();
  }

  private static String text(PDDocument document, int first, int last) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(first);
    stripper.setEndPage(last);
    // How a line breaks is the page's affair.
    return stripper.getText(document).replaceAll("\\s+", " ");
  }

  @Test
  void thePagesSayTheOrderInComposedVietnamese() throws IOException {
    Plan plan = OrderExamples.drawn("Tuần 27 – Lạng Sơn", true);
    try (PDDocument document = Loader.loadPDF(pdf(order(plan)))) {
      String all = text(document, 1, document.getNumberOfPages());
      assertThat(all).isEqualTo(Normalizer.normalize(all, Normalizer.Form.NFC));
      assertThat(all)
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
          .contains("LỆNH TUẦN TRA")
          .contains("Tuần 27 – Lạng Sơn, từ 01/07/2024 đến 14/07/2024")
          .contains("Ngày 28 tháng 06 năm 2024")
          .contains("Đã phê duyệt: tài khoản chi-huy, 16:30 28/06/2024")
          .contains("3 tổ của 2 đồn tuần tra " + plan.roster().size() + " ca")
          .contains("giữa hai ca nghỉ ít nhất 11 giờ")
          .contains("Tổ 2, Đồn B")
          .contains("Km 1000+000 – 1004+000")
          .contains("K1-1 K1 22,02000 106,52000")
          .contains("In lúc 01:05 01/07/2024")
          .doesNotContain("BẢN NHÁP")
          // What the font doesn't have is printed as #.
          .doesNotContain("#");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Lệnh tuần tra Tuần 27 – Lạng Sơn");
      assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(4);
    }
  }

  @Test
  void everyPageOfADraftOfSimulatedDataSaysBoth() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(order(OrderExamples.drawn("Tuần 27", false))))) {
      assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(4);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        assertThat(text(document, page, page))
            .contains("BẢN NHÁP, CHƯA PHÊ DUYỆT")
            .contains("DỮ LIỆU MÔ PHỎNG")
            .contains("Trang " + page + "/" + document.getNumberOfPages());
      }
    }
  }

  @Test
  void allFontsAreOursAndInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(order(OrderExamples.drawn("Tuần 27", false))))) {
      for (PDPage page : document.getPages()) {
        List<PDFont> fonts =
            StreamSupport.stream(page.getResources().getFontNames().spliterator(), false)
                .map(
                    name -> {
                      try {
                        return page.getResources().getFont(name);
                      } catch (IOException e) {
                        throw new IllegalStateException(e);
                      }
                    })
                .toList();
        assertThat(fonts).allMatch(PDFont::isEmbedded).isNotEmpty();
        assertThat(fonts).allMatch(font -> font.getName().contains("NotoSans"));
      }
    }
  }

  @Test
  void theOrderOfOneTeamTellsNothingOfTheOthers() throws IOException {
    PatrolOrder one =
        PatrolOrder.of(OrderExamples.drawn("Tuần 27", true), Optional.of("A/1")).orElseThrow();
    try (PDDocument document = Loader.loadPDF(pdf(one))) {
      assertThat(text(document, 1, document.getNumberOfPages()))
          .contains("Tổ 1, Đồn A")
          .contains("Tổ trưởng nhận lệnh")
          .doesNotContain("Đồn B")
          .doesNotContain("Lịch của các tổ");
    }
  }

  @Test
  void aNameIsNeverMarkup() {
    Plan plan = OrderExamples.drawn("<b>&\"x", false);
    String html = OrderHtml.of(order(plan), OrderExamples.PRINTED);
    assertThat(html).contains("&lt;b&gt;&amp;&quot;x").doesNotContain("<b>&\"x");
  }

  @Test
  void aTeamThatOnlyRestsIsToldSo() throws IOException {
    Plan plan = OrderExamples.plan("Tuần 27", true, PlannedAreasExamples.small(), List.of());
    try (PDDocument document = Loader.loadPDF(pdf(order(plan)))) {
      assertThat(text(document, 1, document.getNumberOfPages()))
          .contains("Tổ nghỉ trong cả thời gian này");
    }
  }

  @Test
  void handheldsReadWaypointsWaysAndAreas() throws Exception {
    PatrolOrder order = order(OrderExamples.drawn("Tuần 27", false));
    Path file = folder.resolve("order.gpx");
    try (var out = Files.newOutputStream(file)) {
      OrderGpx.write(order, OrderExamples.PRINTED, out);
    }
    String said = Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString());
    long ways =
        order.teams().stream()
            .flatMap(
                team -> team.areas().stream().map(area -> team.post().code() + " " + area.id()))
            .distinct()
            .count();
    assertThat(said)
        .contains("Layer name: waypoints", "Layer name: routes", "Layer name: tracks")
        .contains("Feature Count: " + (order.areas().size() + 2))
        .contains("Feature Count: " + ways)
        .contains("Feature Count: " + order.areas().size());
    assertThat(Files.readString(file))
        .contains("Lệnh tuần tra Tuần 27 (mô phỏng / synthetic)")
        .contains("Bản nháp, chưa phê duyệt")
        .contains("<wpt lat=\"22.02\" lon=\"106.52\"><name>K1-1</name>");
  }

  @Test
  void mapsReadTeamsAsFoldersAndDutiesWithTheirTimes() throws Exception {
    Plan plan = OrderExamples.drawn("Tuần 27", false);
    PatrolOrder order = order(plan);
    Path file = folder.resolve("order.kml");
    try (var out = Files.newOutputStream(file)) {
      OrderKml.write(order, out);
    }
    String said = Gdal.run(folder, "ogrinfo", "-al", "-so", file.toString());
    assertThat(said).contains("Tổ 1, Đồn A").contains("Tổ 2, Đồn B");
    String kml = Files.readString(file);
    assertThat(kml.split("<TimeSpan>", -1)).hasSize(plan.roster().size() + 1);
    assertThat(kml).contains("Dữ liệu mô phỏng / synthetic data");
  }

  @Test
  void theNameOfAFileSaysWhatItIs() {
    Plan plan = OrderExamples.drawn("Tuần 27", false);
    assertThat(OrderNames.file(order(plan), "patrol-order", "pdf"))
        .isEqualTo("patrol-order-2024-07-01-v2-draft-synthetic.pdf");
    PatrolOrder one =
        PatrolOrder.of(OrderExamples.drawn("Tuần 27", true), Optional.of("B/2")).orElseThrow();
    assertThat(OrderNames.file(one, "patrol-tracks", "gpx"))
        .isEqualTo("patrol-tracks-2024-07-01-v2-B-2-synthetic.gpx");
  }
}
