package org.borderwatch.server.paper;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Prints XHTML: fonts embedded, pictures of {@link Svg} as lines, nothing loaded from anywhere. Its
 * style names the font {@code Noto Sans}. Thread-safe.
 */
public final class PaperPdf {
  static {
    // It tells of every font and page; what goes wrong comes back as an exception or a warning.
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  private PaperPdf() {}

  /**
   * Writes the PDF of a document.
   *
   * @param drawings what draws objects of the document; empty where it has none
   */
  public static void write(String xhtml, Optional<FSObjectDrawerFactory> drawings, OutputStream out)
      throws IOException {
    PdfRendererBuilder pdf = new PdfRendererBuilder();
    for (PaperFont.Face face : List.of(PaperFont.REGULAR, PaperFont.BOLD)) {
      pdf.useFont(face::open, "Noto Sans", face.weight(), FontStyle.NORMAL, true);
    }
    pdf.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    pdf.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    pdf.useUnicodeLineBreaker(new SpaceBreaks());
    pdf.useSVGDrawer(new SvgOnPaper());
    drawings.ifPresent(pdf::useObjectDrawerFactory);
    pdf.withProducer("Borderwatch");
    pdf.withHtmlContent(xhtml, null);
    pdf.toStream(out);
    pdf.run();
  }
}
