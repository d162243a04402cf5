package org.borderwatch.server.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.borderwatch.server.database.SqlText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * GeoPackage 1.3 (OGC 12-128r17): one table of features with an R-tree, where it comes from in
 * {@code gpkg_metadata}, and a style that QGIS takes by itself in {@code layer_styles}.
 *
 * <p>Times are UTC, as the standard wants; lists stand as texts between semicolons.
 */
final class GeoPackageFile implements ExportFile {
  private static final String TABLES = SqlText.of(GeoPackageFile.class, "geopackage.sql");
  private static final String STYLES = SqlText.of(GeoPackageFile.class, "geopackage-styles.sql");
  private static final String RTREE = SqlText.of(GeoPackageFile.class, "geopackage-rtree.sql");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final int BATCH = 1_000;
  private static final int UNDEFINED_PLANE = -1;

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      new Package(connection, layer).write(features);
    } catch (SQLException e) {
      throw new IOException("the GeoPackage can't be written", e);
    }
  }

  /** One file while it is written. */
  private static final class Package {
    private final Connection connection;
    private final ExportLayer layer;
    private final ColumnNames columns;
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private final int srs;

    Package(Connection connection, ExportLayer layer) {
      this.connection = connection;
      this.layer = layer;
      this.columns = ColumnNames.of(layer, "fid", "geom");
      this.srs = layer.crs().isKnown() ? layer.crs().epsg() : UNDEFINED_PLANE;
    }

    void write(FeatureSpool features) throws SQLException, IOException {
      // The file is thrown away when anything fails, so nothing needs to be safe on the way.
      run("PRAGMA journal_mode = OFF");
      run("PRAGMA synchronous = OFF");
      run("PRAGMA application_id = 0x47504B47");
      run("PRAGMA user_version = 10300");
      connection.setAutoCommit(false);
      runAll(TABLES);
      describe();
      run(table());
      if (hasGeometry()) {
        run("CREATE VIRTUAL TABLE " + rtree() + " USING rtree(id, minx, maxx, miny, maxy)");
      }
      fill(features);
      if (hasGeometry()) {
        // Last, as their functions are known to GIS programs only, not to this one.
        runAll(RTREE.replace("{table}", layer.name()).replace("{quoted}", quoted(layer.name())));
      }
      connection.commit();
    }

    private boolean hasGeometry() {
      return layer.kind() != GeometryKind.NONE;
    }

    private String rtree() {
      return quoted("rtree_" + layer.name() + "_geom");
    }

    private void run(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    private void runAll(String script) throws SQLException {
      for (String sql : script.split(";\n\n")) {
        run(sql);
      }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.execute();
      }
    }

    private void describe() throws SQLException {
      if (layer.crs().isKnown() && !layer.crs().isDegrees()) {
        insert(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
            layer.crs().name(),
            srs,
            srs,
            layer.crs().wkt());
      }
      Provenance from = layer.provenance();
      String changed = utc(from.made().atOffset(ZoneOffset.UTC));
      Envelope box = layer.bounds();
      boolean bounded = !box.isNull();
      insert(
          "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          layer.name(),
          hasGeometry() ? "features" : "attributes",
          from.titleVi() + " / " + from.title(),
          from.note(),
          changed,
          bounded ? box.getMinX() : null,
          bounded ? box.getMinY() : null,
          bounded ? box.getMaxX() : null,
          bounded ? box.getMaxY() : null,
          hasGeometry() ? srs : null);
      if (hasGeometry()) {
        insert(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            layer.name(),
            layer.kind().geoJson().toUpperCase(Locale.ROOT),
            srs);
        insert(
            "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
            layer.name(),
            "http://www.geopackage.org/spec120/#extension_rtree");
      }
      insert(
          "INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'text/xml', ?)",
          DublinCore.NAMESPACE,
          new DublinCore(from).xml());
      insert(
          "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)",
          layer.name(),
          changed);
      Optional<LayerStyle> style = LayerStyle.of(layer);
      if (style.isPresent()) {
        run(STYLES);
        insert(
            "INSERT INTO layer_styles VALUES (1, '', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)",
            layer.name(),
            "Borderwatch",
            QgisStyle.qml(style.get()),
            LayerDescriptor.sld(layer.name(), style.get()),
            style.get().says(),
            changed);
        insert(
            "INSERT INTO gpkg_contents VALUES"
                + " ('layer_styles', 'attributes', 'layer_styles', '', ?, NULL, NULL, NULL, NULL, 0)",
            changed);
      }
    }

    private String table() {
      StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(layer.name()));
      sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
      if (hasGeometry()) {
        sql.append(", geom ").append(layer.kind().geoJson().toUpperCase(Locale.ROOT));
      }
      if (!columns.id().isEmpty()) {
        sql.append(", ").append(quoted(columns.id())).append(" TEXT");
      }
      for (int i = 0; i < layer.attributes().size(); i++) {
        sql.append(", ").append(quoted(columns.attributes().get(i))).append(' ');
        sql.append(type(layer.attributes().get(i).type()));
      }
      return sql.append(')').toString();
    }

    private static String type(Attribute.Type type) {
      return switch (type) {
        case TEXT -> "TEXT";
        case INTEGER -> "INTEGER";
        case NUMBER -> "REAL";
        case BOOLEAN -> "BOOLEAN";
        case DATE -> "DATE";
        case TIME -> "DATETIME";
      };
    }

    private void fill(FeatureSpool features) throws SQLException, IOException {
      int values = layer.attributes().size();
      int width = 1 + (hasGeometry() ? 1 : 0) + (columns.id().isEmpty() ? 0 : 1) + values;
      String sql =
          "INSERT INTO %s VALUES (%s)"
              .formatted(quoted(layer.name()), "?, ".repeat(width - 1) + "?");
      String index = "INSERT INTO %s VALUES (?, ?, ?, ?, ?)".formatted(rtree());
      try (PreparedStatement row = connection.prepareStatement(sql);
          RtreeRows tree =
              new RtreeRows(hasGeometry() ? connection.prepareStatement(index) : null)) {
        long[] fid = {0};
        features.forEach(
            feature -> {
              try {
                bind(feature, ++fid[0], row);
                tree.add(fid[0], feature.geometry());
                row.addBatch();
                if (fid[0] % BATCH == 0) {
                  row.executeBatch();
                  tree.flush();
                }
              } catch (SQLException e) {
                throw new IOException("a feature can't be written", e);
              }
            });
        row.executeBatch();
        tree.flush();
      }
    }

    private void bind(ExportFeature feature, long fid, PreparedStatement row) throws SQLException {
      int at = 1;
      row.setLong(at++, fid);
      if (hasGeometry()) {
        Geometry geometry = layer.kind().fitted(feature.geometry());
        row.setBytes(at++, geometry == null ? null : blob(geometry));
      }
      if (!columns.id().isEmpty()) {
        row.setString(at++, feature.id());
      }
      List<Attribute> attributes = layer.attributes();
      for (int i = 0; i < attributes.size(); i++) {
        bind(row, at++, feature.values().get(i), attributes.get(i).type());
      }
    }

    private static void bind(
        PreparedStatement row, int at, @Nullable Object value, Attribute.Type type)
        throws SQLException {
      if (value == null) {
        row.setNull(at, Types.NULL);
      } else if (value instanceof Long whole) {
        row.setLong(at, whole);
      } else if (value instanceof Double number) {
        row.setDouble(at, number);
      } else if (value instanceof Boolean truth) {
        row.setInt(at, truth ? 1 : 0);
      } else if (type == Attribute.Type.TIME) {
        row.setString(at, utc(OffsetDateTime.parse(value.toString())));
      } else {
        row.setString(at, value.toString());
      }
    }

    /** The standard's own head, with the box for everything but points, then plain WKB. */
    private byte[] blob(Geometry geometry) {
      byte[] shape = wkb.write(geometry);
      boolean boxed = !(geometry instanceof Point);
      ByteBuffer blob = ByteBuffer.allocate(8 + (boxed ? 32 : 0) + shape.length);
      blob.order(ByteOrder.LITTLE_ENDIAN);
      blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (boxed ? 0b11 : 0b01));
      blob.putInt(srs);
      if (boxed) {
        Envelope box = geometry.getEnvelopeInternal();
        blob.putDouble(box.getMinX()).putDouble(box.getMaxX());
        blob.putDouble(box.getMinY()).putDouble(box.getMaxY());
      }
      return blob.put(shape).array();
    }

    private static String utc(OffsetDateTime time) {
      return UTC.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static String quoted(String name) {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }

  /** Boxes of geometries on their way into the R-tree; none without a statement. */
  private static final class RtreeRows implements AutoCloseable {
    private final @Nullable PreparedStatement row;

    RtreeRows(@Nullable PreparedStatement row) {
      this.row = row;
    }

    void add(long fid, @Nullable Geometry geometry) throws SQLException {
      if (row == null || geometry == null) {
        return;
      }
      Envelope box = geometry.getEnvelopeInternal();
      row.setLong(1, fid);
      row.setDouble(2, box.getMinX());
      row.setDouble(3, box.getMaxX());
      row.setDouble(4, box.getMinY());
      row.setDouble(5, box.getMaxY());
      row.addBatch();
    }

    void flush() throws SQLException {
      if (row != null) {
        row.executeBatch();
      }
    }

    @Override
    public void close() throws SQLException {
      if (row != null) {
        row.close();
      }
    }
  }
}
