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
      GeoPackageFile::new),
  KML(
      "application/vnd.google-earth.kml+xml",
      "kml",
      "Cho Google Earth và điện thoại: có kiểu vẽ, chỉ theo độ",
      "For Google Earth and phones: styled, in degrees only",
      KmlFile::new),
  GPX(
      "application/gpx+xml",
      "gpx",
      "Cho máy định vị cầm tay: điểm, vết; chỉ theo độ",
      "For handhelds: waypoints and tracks, in degrees only",
      GpxFile::new),
  SHP(
      "application/zip",
      "shp.zip",
      "Cho phần mềm cũ: tên cột 10 chữ, chữ dài bị cắt",
      "For older programs: names of ten letters, long texts are cut",
      ShapefileFile::new),
  CSV(
      "text/csv",
      "csv",
      "Cho bảng tính: tọa độ và hình học dạng chữ (WKT)",
      "For spreadsheets: coordinates, and the geometry as text (WKT)",
      CsvFile::new),
  FGB(
      "application/flatgeobuf",
      "fgb",
      "Cho lớp rất lớn: nhỏ, nhanh, có chỉ mục không gian",
      "For very large layers: small, fast, with a spatial index",
      FlatGeobufFile::new);

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
    return this == KML || this == GPX ? List.of(ExportCrs.WGS_84) : ExportCrs.OFFERED;
  }
}
