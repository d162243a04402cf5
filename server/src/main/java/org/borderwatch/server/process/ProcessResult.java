package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.http.Json;

/**
 * What came of an analysis: one document in each of the forms that it may be taken away in.
 *
 * @param dataVersion version of the stored data that it saw; empty when all came with the inputs
 * @param synthetic whether it was made of simulated rows
 * @param forms the same result in each form, the usual one first
 * @param bestSoFar whether somebody stopped the analysis and it is the best that was found by then:
 *     it is kept, where any other analysis that is stopped leaves nothing
 */
public record ProcessResult(
    String dataVersion, boolean synthetic, List<Form> forms, boolean bestSoFar) {
  public ProcessResult {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a result has at least one form");
    }
  }

  /** The result of an analysis that came to its end. */
  public ProcessResult(String dataVersion, boolean synthetic, List<Form> forms) {
    this(dataVersion, synthetic, forms, false);
  }

  /** A document; whoever makes it gives it away. */
  public record Form(String mediaType, byte[] content) {
    /** Whether it is JSON, or a language that builds on it. */
    public boolean isJson() {
      return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    String extension() {
      return extension(mediaType);
    }

    /** How the names of files with such content end, such as {@code .geojson}. */
    public static String extension(String mediaType) {
      return switch (mediaType.split(";", 2)[0].strip()) {
        case "application/geo+json" -> ".geojson";
        case "application/json" -> ".json";
        case "image/tiff" -> ".tif";
        case "text/csv" -> ".csv";
        case "text/html" -> ".html";
        case "application/pdf" -> ".pdf";
        case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" -> ".xlsx";
        default -> ".bin";
      };
    }
  }

  /** The form of that media type. */
  public Optional<Form> form(String mediaType) {
    return forms.stream().filter(form -> form.mediaType().equals(mediaType)).findFirst();
  }

  /** The member {@code summary} of its first form that is JSON, for lists of results. */
  public Optional<JsonNode> summary() {
    return forms.stream()
        .filter(Form::isJson)
        .findFirst()
        .flatMap(form -> Json.member(form.content(), "summary"));
  }
}
