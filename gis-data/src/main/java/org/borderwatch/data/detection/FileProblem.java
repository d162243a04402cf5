package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** The kinds of reasons for which a whole file cannot be read, each with its sentences. */
public enum FileProblem implements Word {
  EMPTY(
      "The file is empty",
      "Choose the file that holds the rows",
      "Tệp rỗng",
      "Chọn tệp có dữ liệu"),
  WORKBOOK(
      "This is an Excel workbook, not CSV",
      "In Excel choose File, Save As, “CSV UTF-8 (comma delimited)”",
      "Đây là tệp Excel, không phải CSV",
      "Trong Excel chọn Tệp, Lưu dưới dạng, “CSV UTF-8”"),
  COMPRESSED("The file is compressed", "Unpack it first", "Tệp đang nén", "Giải nén trước"),
  BROKEN_PACKING(
      "The file is packed, and broken",
      "Copy or download it again",
      "Tệp nén bị hỏng",
      "Sao chép hoặc tải lại tệp"),
  NO_NETWORK_FORMAT(
      "The file is neither OpenStreetMap (.osm.pbf, .osm, .osm.gz) nor GeoJSON",
      "Choose an extract of OpenStreetMap, or lines as GeoJSON",
      "Tệp không phải OpenStreetMap (.osm.pbf, .osm, .osm.gz) hoặc GeoJSON",
      "Chọn tệp trích OpenStreetMap hoặc lớp đường GeoJSON"),
  BROKEN_PBF(
      "The file breaks off or is damaged near byte {0}",
      "Copy or download it again",
      "Tệp bị cụt hoặc hỏng gần byte {0}",
      "Sao chép hoặc tải lại tệp"),
  PBF_FEATURE(
      "The file needs “{0}”, which isn't read here",
      "Write it anew: osmium cat IN -o OUT.osm.pbf; of a history: osmium time-filter IN -o"
          + " OUT.osm.pbf",
      "Tệp cần “{0}”, phần mềm này không đọc được",
      "Ghi lại bằng: osmium cat VÀO -o RA.osm.pbf; tệp lịch sử: osmium time-filter VÀO -o"
          + " RA.osm.pbf"),
  NOT_OSM(
      "The file is not OpenStreetMap XML: its first element is “{0}”",
      "Choose a file whose first element is osm",
      "Tệp không phải XML của OpenStreetMap: phần tử đầu là “{0}”",
      "Chọn tệp có phần tử đầu là osm"),
  BROKEN_OSM(
      "The file is not well-formed XML: {0}",
      "Copy or download it again", "Tệp XML bị lỗi: {0}", "Sao chép hoặc tải lại tệp"),
  NO_WAYS(
      "No roads or trails come of the file",
      "Choose an extract of the area; clipped to a distance from the border it has to reach there",
      "Tệp không có đường nào lấy được",
      "Chọn tệp của đúng vùng; nếu chỉ lấy gần biên giới thì tệp phải tới đó"),
  NO_HEIGHTS(
      "The archive “{0}” has no heights",
      "Choose one with a file such as N21E106.hgt in it",
      "Tệp nén “{0}” không có độ cao",
      "Chọn tệp có N21E106.hgt bên trong"),
  HEIGHTS_NAME(
      "The name “{0}” does not say where the heights are",
      "Name it after its south-western corner, such as N21E106.hgt",
      "Tên “{0}” không cho biết vị trí",
      "Đặt tên theo góc tây nam, ví dụ N21E106.hgt"),
  HEIGHTS_SIZE(
      "“{0}” has {1} bytes; heights have 25934402 (1 second) or 2884802 (3 seconds)",
      "Copy or download it again",
      "“{0}” có {1} byte; tệp độ cao có 25934402 (1 giây) hoặc 2884802 (3 giây)",
      "Sao chép hoặc tải lại tệp"),
  BROKEN_TIFF(
      "The GeoTIFF can't be read: {0}",
      "Write it anew: gdal_translate -co COMPRESS=DEFLATE IN.tif OUT.tif",
      "Không đọc được GeoTIFF: {0}",
      "Ghi lại bằng: gdal_translate -co COMPRESS=DEFLATE VÀO.tif RA.tif"),
  NOT_UTF8(
      "The text is not UTF-8; it looks like an older Vietnamese encoding (windows-1258, TCVN3,"
          + " VNI)",
      "In Excel choose File, Save As, “CSV UTF-8 (comma delimited)”",
      "Tệp không phải UTF-8, có thể là bảng mã cũ (windows-1258, TCVN3, VNI)",
      "Trong Excel chọn Tệp, Lưu dưới dạng, “CSV UTF-8”"),
  UNMARKED_UTF16(
      "The text is UTF-16 or UTF-32 in a form that does not say its byte order",
      "Save the file as UTF-8",
      "Tệp là UTF-16 hoặc UTF-32 không có dấu thứ tự byte",
      "Lưu lại tệp bằng UTF-8"),
  UNKNOWN_ENCODING(
      "The encoding “{0}” is not known",
      "Send the file as UTF-8", "Không biết bảng mã “{0}”", "Gửi tệp bằng UTF-8"),
  MISSING_COLUMN(
      "The first line has no column “{0}”; it reads: {1}",
      "Write a header with at least observed_at,lon,lat; separators are , ; or tab",
      "Dòng đầu không có cột “{0}”; dòng đầu là: {1}",
      "Dòng tiêu đề cần ít nhất observed_at,lon,lat; phân cách bằng , ; hoặc tab"),
  UNKNOWN_COLUMN(
      "The column “{0}” is not known; nothing unknown is ever stored, names of people least of all",
      "Remove the column. Known: {1}",
      "Không có cột “{0}” trong danh mục; không lưu điều chưa biết, nhất là tên người",
      "Bỏ cột này. Danh mục: {1}"),
  MISSPELT_COLUMN(
      "The column “{0}” is not known",
      "Name it “{1}”, or remove it",
      "Không có cột “{0}” trong danh mục",
      "Đổi tên thành “{1}”, hoặc bỏ cột"),
  DERIVED_COLUMN(
      "The column “{0}” is worked out by the server",
      "Remove the column", "Cột “{0}” do máy chủ tự tính", "Bỏ cột này"),
  REPEATED_COLUMN(
      "The column “{0}” stands twice",
      "Remove one of the two", "Cột “{0}” xuất hiện hai lần", "Bỏ một cột"),
  NOT_JSON(
      "The file is not JSON: {0}",
      "Export the layer again as GeoJSON", "Tệp không phải JSON: {0}", "Xuất lại lớp bằng GeoJSON"),
  NOT_A_COLLECTION(
      "The file is not a GeoJSON FeatureCollection",
      "Export the layer as GeoJSON, one FeatureCollection of points",
      "Tệp không phải FeatureCollection của GeoJSON",
      "Xuất lớp điểm bằng GeoJSON (FeatureCollection)"),
  OTHER_CRS(
      "The file names the coordinate system {0}",
      "Export it as EPSG:4326 (WGS 84 degrees)",
      "Tệp dùng hệ tọa độ {0}",
      "Xuất bằng EPSG:4326 (độ WGS 84)"),
  NOT_XML(
      "The file is not well-formed XML: {0}",
      "Export the waypoints again as GPX", "Tệp XML bị lỗi: {0}", "Xuất lại các điểm bằng GPX"),
  NOT_GPX(
      "The file is not GPX: its first element is “{0}”",
      "Export the waypoints as GPX",
      "Tệp không phải GPX: phần tử đầu là “{0}”",
      "Xuất các điểm bằng GPX"),
  DOCUMENT_TYPE(
      "The file declares a document type, which GPX does not have",
      "Remove the line that begins with <!DOCTYPE",
      "Tệp khai báo DOCTYPE, GPX không có phần này",
      "Bỏ dòng bắt đầu bằng <!DOCTYPE"),
  NO_WAYPOINTS(
      "The file has no waypoints",
      "Mark detections as waypoints on the device; tracks are patrols, not detections",
      "Tệp không có điểm đánh dấu (waypoint)",
      "Đánh dấu vụ phát hiện bằng waypoint; vết đi là tuần tra, không phải vụ phát hiện"),
  NO_TRACKS(
      "The file has no tracks",
      "Record tracks on the device; waypoints are detections, not patrols",
      "Tệp không có vết đi (track)",
      "Ghi vết đi trên thiết bị; waypoint là vụ phát hiện, không phải tuần tra"),
  NO_ROUTES(
      "The file has no lines",
      "Export the layer of routes, one line for each",
      "Tệp không có đường nào",
      "Xuất lớp tuyến, mỗi tuyến một đường"),
  NOT_KML(
      "The file is not KML: its first element is “{0}”",
      "Export the lines as KML; unpack a KMZ file first",
      "Tệp không phải KML: phần tử đầu là “{0}”",
      "Xuất các đường bằng KML; giải nén tệp KMZ trước"),
  NOT_A_SHAPEFILE(
      "The ZIP file holds no whole Shapefile: {0}",
      "Pack the files .shp, .dbf and .prj of one layer of lines together",
      "Tệp ZIP không chứa đủ một Shapefile: {0}",
      "Nén chung các tệp .shp, .dbf, .prj của một lớp đường"),
  UNKNOWN_PROJECTION(
      "The coordinate system of the .prj file is not one that is read here: {0}",
      "Export the layer as EPSG:4326 (WGS 84), UTM or VN-2000",
      "Không đọc được hệ tọa độ của tệp .prj: {0}",
      "Xuất lớp bằng EPSG:4326 (WGS 84), UTM hoặc VN-2000"),
  TOO_LARGE("The file is larger than {0} MB", "Divide it", "Tệp lớn hơn {0} MB", "Chia nhỏ tệp");

  private final Wording wording;

  FileProblem(String reason, String remedy, String reasonVi, String remedyVi) {
    this.wording = new Wording(reason, remedy, reasonVi, remedyVi);
  }

  Wording wording() {
    return wording;
  }
}
