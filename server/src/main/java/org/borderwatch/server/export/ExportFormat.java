package org.borderwatch.server.export;

import java.util.List;
import java.util.function.Supplier;
import org.borderwatch.data.Word;

/** The formats that can be taken away. */
public enum ExportFormat implements Word {
  GEOJSON(
      "application/geo+json",
      "geojson",
      "Cho mọi GIS và bản đồ web; giữ nguyên danh sách",
      "For every GIS and for web maps; keeps lists",
      GeoJsonFile::new),
  GPKG(
      "application/geopackage+sqlite3",
      "gpkg",
      "Cho QGIS và ArcGIS: kiểu dữ liệu, chỉ mục không gian và kiểu vẽ sẵn",
      "For QGIS and ArcGIS: types, spatial index and a ready style",
      GeoPackageFile::new);

  private final String mediaType;
  private final String extension;
  private final String goodForVi;
  private final String goodFor;
  private final Supplier<ExportFile> file;

  ExportFormat(
      String mediaType,
      String extension,
      String goodForVi,
      String goodFor,
      Supplier<ExportFile> file) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.goodForVi = goodForVi;
    this.goodFor = goodFor;
    this.file = file;
  }

  public String mediaType() {
    return mediaType;
  }

  /** How names of such files end, without the dot. */
  public String extension() {
    return extension;
  }

  /** What it is good for, in Vietnamese. */
  public String goodForVi() {
    return goodForVi;
  }

  /** What it is good for, in English. */
  public String goodFor() {
    return goodFor;
  }

  /** What makes such files. */
  ExportFile file() {
    return file.get();
  }

  /** The systems that such files may have, the usual one first. */
  public List<ExportCrs> systems() {
    return ExportCrs.OFFERED;
  }
}
