package org.borderwatch.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A file of the reference layers that come with the program, under {@code layers/}. */
public record LayerFile(String path) {

  /** The rows of a CSV file in UTF-8 with a header. */
  public List<NamedCsvRecord> rows() {
    try (Reader text = new InputStreamReader(open(), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A gzipped JSON document. */
  public JsonNode json() {
    try (InputStream json = new GZIPInputStream(open(), 1 << 16)) {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The whole of a text file in UTF-8, such as a layer's LICENSE. */
  public String text() {
    try (InputStream in = open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = LayerFile.class.getResourceAsStream("/layers/" + path);
    if (in == null) {
      throw new FileNotFoundException("no such file in the program");
    }
    return in;
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("cannot read the layer " + path, e);
  }
}
