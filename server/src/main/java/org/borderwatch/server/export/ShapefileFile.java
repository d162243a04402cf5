package org.borderwatch.server.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.borderwatch.server.http.ApiException.BadParameter;

/**
 * A zipped Shapefile (Esri 1998): a set of files for each kind of geometry, in UTF-8 as the .cpg
 * says, with the system in the .prj, and a README.txt that says where it comes from and which name
 * of ten letters stands for which attribute.
 *
 * <p>Times and days are texts in ISO 8601; texts end at 254 bytes, and how many were cut is told.
 */
final class ShapefileFile implements ExportFile {
  private static final int MOST_COLUMNS = 255;

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    DbaseColumns columns = DbaseColumns.of(layer);
    if (columns.size() > MOST_COLUMNS) {
      throw new BadParameter(
          "format",
          "A Shapefile holds %d attributes, these features have %d; choose gpkg"
              .formatted(MOST_COLUMNS, columns.size()));
    }
    Map<ShapeKind, ShapeSet> sets = new EnumMap<>(ShapeKind.class);
    try {
      features.forEach(
          feature -> {
            ShapeKind kind = ShapeKind.of(feature.geometry(), layer.kind());
            ShapeSet set = sets.get(kind);
            if (set == null) {
              set = new ShapeSet(file, kind, columns);
              sets.put(kind, set);
            }
            set.add(feature);
          });
      if (sets.isEmpty()) {
        sets.put(ShapeKind.POINT, new ShapeSet(file, ShapeKind.POINT, columns));
      }
      pack(layer, columns, sets, file);
    } finally {
      for (ShapeSet set : sets.values()) {
        set.close();
      }
    }
  }

  private static void pack(
      ExportLayer layer, DbaseColumns columns, Map<ShapeKind, ShapeSet> sets, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      List<String> names = new ArrayList<>();
      long cut = 0;
      for (ShapeSet set : sets.values()) {
        set.finish();
        cut += set.cut();
        String name = sets.size() == 1 ? layer.name() : layer.name() + set.kind().suffix();
        names.add(name);
        for (Map.Entry<String, Path> part : set.files().entrySet()) {
          zip.putNextEntry(new ZipEntry(name + "." + part.getKey()));
          Files.copy(part.getValue(), zip);
        }
        put(zip, name + ".cpg", "UTF-8");
        if (layer.crs().isKnown()) {
          put(zip, name + ".prj", layer.crs().esriWkt());
        }
      }
      put(zip, "README.txt", readme(layer, columns, names, cut));
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readme(
      ExportLayer layer, DbaseColumns columns, List<String> names, long cut) {
    Provenance from = layer.provenance();
    List<String> lines = new ArrayList<>();
    lines.add(from.titleVi() + " / " + from.title());
    lines.add("");
    lines.add("ATTRIBUTION: " + from.attribution());
    lines.add("SYNTHETIC: " + (from.isSynthetic() ? "yes" : "no"));
    lines.add("NOTE: " + from.note());
    lines.add("CRS: " + layer.crs().code() + " (" + layer.crs().name() + ")");
    lines.add("FILES: " + String.join(", ", names) + "; texts are UTF-8, times ISO 8601");
    if (cut > 0) {
      lines.add(
          "CUT: %d values were longer than a Shapefile holds; GeoPackage and GeoJSON have them whole"
              .formatted(cut));
    }
    lines.add("");
    lines.add("NAMES (a Shapefile has ten letters):");
    columns.describe().forEach(lines::add);
    lines.add("");
    return String.join("\r\n", lines);
  }
}
