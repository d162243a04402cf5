package org.borderwatch.data.detection;

import org.borderwatch.data.Word;

/** The kinds of reasons for which a row is not stored, each with its sentences. */
public enum RefusalReason implements Word {
  TOO_MANY_COLUMNS(
      "The row has {0} columns, the header has {1}",
      "Put text with a separator in quotes; write decimals with a point",
      "Dòng có {0} cột, dòng tiêu đề có {1} cột",
      "Đặt ô chứa dấu phân cách trong ngoặc kép; viết số thập phân bằng dấu chấm"),
  TOO_FEW_COLUMNS(
      "The row has {0} columns, the header has {1}",
      "Keep a separator for every column, also where nothing is known",
      "Dòng có {0} cột, dòng tiêu đề có {1} cột",
      "Giữ dấu phân cách của mọi cột, kể cả ô để trống"),
  QUOTE_NOT_CLOSED(
      "A quote is opened and not closed on the line",
      "Close the quote; a row stands on one line",
      "Dấu ngoặc kép mở mà không đóng trên dòng",
      "Đóng ngoặc kép; mỗi dòng là một vụ"),
  TEXT_AFTER_QUOTE(
      "Text follows a closing quote",
      "Write a quote inside quotes twice, or remove it",
      "Có chữ sau dấu đóng ngoặc kép",
      "Viết hai lần dấu ngoặc kép nằm trong ô, hoặc bỏ đi"),
  ROW_TOO_LONG(
      "The row is longer than {0} characters",
      "Check that the line breaks of the file are intact",
      "Dòng dài hơn {0} ký tự",
      "Kiểm tra dấu xuống dòng của tệp"),
  NOT_UTF8(
      "The row has bytes that are not UTF-8",
      "Save as “CSV UTF-8 (comma delimited)” in Excel",
      "Dòng có ký tự không phải UTF-8",
      "Trong Excel, chọn lưu kiểu “CSV UTF-8”"),
  CONTROL_CHARACTER(
      "The row has an invisible control character",
      "Remove it, or type the row again",
      "Dòng có ký tự điều khiển vô hình",
      "Xóa ký tự đó hoặc gõ lại dòng"),
  FIELD_TOO_LONG(
      "The text is longer than {0} characters",
      "Shorten it", "Nội dung dài hơn {0} ký tự", "Rút ngắn lại"),
  MISSING("Nothing stands here", "{0}", "Ô này để trống", "{1}"),

  BAD_TIME(
      "Not a time",
      "Write it like 2024-06-30T21:10:00+07:00",
      "Không phải thời gian",
      "Viết như 2024-06-30T21:10:00+07:00"),
  IMPOSSIBLE_DATE("There is no day {0}", "Correct the day", "Không có ngày {0}", "Sửa lại ngày"),
  IMPOSSIBLE_TIME(
      "There is no time of day {0}",
      "Use 00:00:00 to 23:59:59", "Không có giờ {0}", "Viết từ 00:00:00 đến 23:59:59"),
  NO_OFFSET(
      "The time does not say its zone",
      "Add +07:00: {0}",
      "Thời gian chưa ghi múi giờ",
      "Thêm +07:00: {0}"),
  DATE_ONLY(
      "Only a date, without a time of day",
      "Add the time: {0}",
      "Chỉ có ngày, chưa có giờ",
      "Thêm giờ: {0}"),
  OTHER_TIME_FORM(
      "The time is not written year first, with its zone",
      "If day/month/year is meant: {0}",
      "Thời gian chưa viết theo năm-tháng-ngày kèm múi giờ",
      "Nếu là ngày/tháng/năm: {0}"),
  EXCEL_NUMBER(
      "A number of days, as Excel stores times, is not a time",
      "Format the column in Excel as yyyy-mm-ddThh:mm:ss+07:00",
      "Đây là số ngày nội bộ của Excel, không phải thời gian",
      "Định dạng cột trong Excel: yyyy-mm-ddThh:mm:ss+07:00"),
  BAD_OFFSET("There is no time zone {0}", "Write +07:00", "Không có múi giờ {0}", "Viết +07:00"),
  IN_FUTURE(
      "The time lies in the future",
      "Check the year and the clock of the device",
      "Thời gian ở tương lai",
      "Kiểm tra năm và đồng hồ thiết bị"),
  TOO_EARLY(
      "The time lies before {0}", "Check the year", "Thời gian trước năm {0}", "Kiểm tra năm"),

  BAD_NUMBER(
      "Not a number", "Write digits only, like {0}", "Không phải số", "Chỉ viết chữ số, ví dụ {0}"),
  THOUSANDS(
      "Points or commas leave open which number is meant",
      "Leave out separators of thousands, like {0}",
      "Dấu chấm, dấu phẩy làm không rõ là số nào",
      "Bỏ dấu phân cách hàng nghìn, ví dụ {0}"),
  DEGREES_MINUTES(
      "Degrees with minutes or a letter",
      "Write decimal degrees, like {0}",
      "Tọa độ viết bằng độ, phút hoặc có chữ",
      "Viết độ thập phân, ví dụ {0}"),
  METRES(
      "Looks like metres of a map grid (VN-2000 or UTM), not degrees",
      "Convert to WGS 84 degrees, like {0}",
      "Giống tọa độ mét (VN-2000, UTM), không phải độ",
      "Chuyển sang độ WGS 84, ví dụ {0}"),
  OUT_OF_RANGE(
      "Must lie between {0} and {1}",
      "Correct the number", "Phải nằm trong khoảng {0} đến {1}", "Sửa lại số"),
  SWAPPED(
      "Latitude and longitude are swapped",
      "Write lon {0}, lat {1}",
      "Vĩ độ và kinh độ bị đổi chỗ",
      "Viết lon {0}, lat {1}"),
  ZERO_POSITION(
      "0, 0 is what a device writes when it has no position",
      "Write the position that was seen, or leave the row out",
      "0, 0 là khi thiết bị chưa có vị trí",
      "Ghi vị trí thật hoặc bỏ dòng"),
  FAR_FROM_BORDER(
      "The point lies {0} km from the land border",
      "Correct the position: at most {1} km from the land border",
      "Điểm cách biên giới đất liền {0} km",
      "Sửa tọa độ: cách biên giới đất liền không quá {1} km"),

  UNKNOWN_WORD(
      "The word is not known",
      "Write one of {0}",
      "Không có từ này trong danh mục",
      "Viết một trong: {0}"),
  MISSPELT_WORD(
      "The word is not known", "Write “{0}”?", "Không có từ này trong danh mục", "Có phải “{0}”?"),
  INDICATOR_SEPARATOR(
      "Indicators are not separated by ;",
      "Write {0}",
      "Các dấu hiệu phải cách nhau bằng dấu ;",
      "Viết {0}"),
  NOT_WHOLE(
      "People are counted whole",
      "Write a whole number",
      "Số người phải là số nguyên",
      "Viết số nguyên"),
  BELOW_ONE(
      "A detection has at least 1 person",
      "Write how many were seen, or leave the cell empty for 1",
      "Mỗi vụ có ít nhất 1 người",
      "Ghi số người, hoặc để trống nếu là 1"),
  NEGATIVE("The number is negative", "Write 0 or more", "Số âm", "Viết 0 hoặc lớn hơn"),
  TOO_LARGE(
      "The number is larger than {0}",
      "Correct it, or divide it among several rows",
      "Số lớn hơn {0}",
      "Sửa lại, hoặc tách thành nhiều dòng"),
  PARTS_EXCEED(
      "women + children is {0}, more than persons {1}",
      "Correct one of the three; women are adults",
      "women + children là {0}, nhiều hơn persons {1}",
      "Sửa một trong ba số; women chỉ tính người lớn"),
  BAD_SOURCE_REF(
      "A reference has only A-Z a-z 0-9 . _ : / -",
      "Write a number of the record, never a name",
      "Mã tham chiếu chỉ gồm A-Z a-z 0-9 . _ : / -",
      "Ghi số hiệu vụ, không ghi tên người"),
  UNKNOWN_STATION(
      "No station has this code",
      "See the list of stations, or leave the cell empty",
      "Không có đồn nào mang mã này",
      "Xem danh sách đồn, hoặc để trống"),
  MISSPELT_STATION(
      "No station has this code", "Write “{0}”?", "Không có đồn nào mang mã này", "Có phải “{0}”?"),
  NOT_YOUR_STATION(
      "The row belongs to {0}, which your account may not write for",
      "Ask that unit, or an administrator, to import it",
      "Dòng thuộc {0}, tài khoản của bạn không được ghi cho đơn vị này",
      "Đề nghị đơn vị đó hoặc quản trị viên nạp"),
  UNKNOWN_ORIGIN(
      "No province has this code or name",
      "Write a code like VN-09, or leave the cell empty",
      "Không có tỉnh nào mang mã hoặc tên này",
      "Ghi mã như VN-09, hoặc để trống"),
  MISSPELT_ORIGIN(
      "No province has this code or name",
      "Write “{0}”?",
      "Không có tỉnh nào mang mã hoặc tên này",
      "Có phải “{0}”?"),

  NOT_A_FEATURE(
      "Not a GeoJSON Feature",
      "Give every element \"type\": \"Feature\"",
      "Không phải Feature của GeoJSON",
      "Mỗi phần tử cần \"type\": \"Feature\""),
  NOT_A_POINT(
      "The geometry is not a Point with two numbers",
      "Give one Point with [lon, lat] for each detection",
      "Hình học không phải Point có hai số",
      "Mỗi vụ là một Point [lon, lat]"),
  UNKNOWN_PROPERTY(
      "The property is not known; nothing unknown is ever stored",
      "Remove it. Known: {0}",
      "Thuộc tính không có trong danh mục; không lưu điều chưa biết",
      "Bỏ thuộc tính này. Danh mục: {0}"),
  NOT_A_VALUE(
      "A list or an object stands where one value belongs",
      "Write one text or number",
      "Có danh sách hoặc đối tượng ở chỗ của một giá trị",
      "Viết một chữ hoặc số"),

  NOT_A_TRACK(
      "The geometry is not a LineString or MultiLineString of positions",
      "Give one line of [lon, lat] for each patrol",
      "Hình học không phải LineString hoặc MultiLineString",
      "Mỗi chuyến tuần tra là một đường gồm các [lon, lat]"),
  NOT_A_SENSOR(
      "The geometry is not a Point with two numbers",
      "Give one Point with [lon, lat] for each sensor",
      "Hình học không phải Point có hai số",
      "Mỗi cảm biến là một Point [lon, lat]"),
  TOO_MANY_FIXES(
      "The track has more than {0} positions",
      "Divide it, or record a position every few seconds only",
      "Vết đi có hơn {0} vị trí",
      "Chia nhỏ vết, hoặc chỉ ghi vị trí vài giây một lần"),
  NO_TIME_OF_FIX(
      "Position {0} has no time",
      "Record the times; without them nobody knows how long somebody looked",
      "Vị trí thứ {0} không có thời gian",
      "Ghi kèm thời gian; không có thì không biết đã tuần tra bao lâu"),
  TIMES_DO_NOT_FIT(
      "There are {0} times for {1} positions",
      "Give a time for each position, or only start and end",
      "Có {0} thời gian cho {1} vị trí",
      "Ghi thời gian cho từng vị trí, hoặc chỉ start và end"),
  TIME_BACKWARDS(
      "Time goes backwards at position {0}",
      "Put the positions in the order in which they were recorded",
      "Thời gian đi lùi ở vị trí thứ {0}",
      "Xếp các vị trí theo thứ tự đã ghi"),
  ENDS_BEFORE_IT_BEGINS(
      "It ends before it begins",
      "Correct one of the two times",
      "Kết thúc trước khi bắt đầu",
      "Sửa một trong hai thời gian"),
  TRACK_TOO_LONG(
      "The track lasts {0} hours, more than {1}",
      "Divide it into patrols",
      "Vết đi kéo dài {0} giờ, quá {1} giờ",
      "Chia thành từng chuyến tuần tra"),
  NOTHING_LEFT(
      "No piece of the track can be counted as effort: too fast, or without positions for too long",
      "Check the clock and the settings of the device",
      "Không đoạn nào tính được là công tuần tra: quá nhanh hoặc mất vị trí quá lâu",
      "Kiểm tra đồng hồ và cài đặt thiết bị"),
  BAD_TEAM(
      "A team is a code of A-Z a-z 0-9 . _ -, at most 32",
      "Write a code such as T1, never a name",
      "Tổ là mã gồm A-Z a-z 0-9 . _ -, dài không quá 32",
      "Ghi mã như T1, không ghi tên người"),

  NOT_A_ROUTE(
      "The geometry is not a LineString or MultiLineString with a length",
      "Give one line of [lon, lat] for each route",
      "Hình học không phải LineString hoặc MultiLineString có độ dài",
      "Mỗi tuyến là một đường gồm các [lon, lat]"),
  TOO_MANY_POSITIONS(
      "The route has more than {0} positions",
      "Simplify the line to some metres", "Tuyến có hơn {0} vị trí", "Giản lược đường đến vài mét"),
  BAD_ROUTE_CODE(
      "The code of a route is 2 to 20 of A-Z 0-9 -",
      "Write a code such as LS-01, never a name",
      "Mã tuyến gồm 2 đến 20 ký tự A-Z 0-9 -",
      "Ghi mã như LS-01, không ghi tên người"),
  NOT_A_PLACE(
      "Not the name of a place: it has a sign or a long number that no place has, or no letter",
      "Write names of places only; nothing about a person",
      "Không phải địa danh: có ký tự hoặc dãy số không có trong địa danh, hoặc không có chữ",
      "Chỉ ghi địa danh; không ghi gì về người"),
  TOO_MANY_ENTRIES("More than {0} entries", "Leave some out", "Có hơn {0} mục", "Bỏ bớt"),
  BAD_DETECTION_ID(
      "Not the id of a detection",
      "Write ids as the collection of detections has them",
      "Không phải mã (id) của vụ phát hiện",
      "Ghi id đúng như trong danh sách vụ phát hiện"),
  UNKNOWN_DETECTION(
      "No detection has this id",
      "Leave it out, or undo the deletion of the detection",
      "Không có vụ phát hiện nào mang id này",
      "Bỏ id này, hoặc khôi phục vụ phát hiện đã xóa"),
  REPEATED_CODE(
      "Route {0} of the file has the same code with other content",
      "Keep the right one of the two, or give the other a code of its own",
      "Tuyến thứ {0} của tệp trùng mã nhưng khác nội dung",
      "Giữ lại tuyến đúng, hoặc đặt mã khác"),

  REPEATED(
      "Line {0} has the same station, source and source_ref with other content: {1}",
      "Keep the right one of the two",
      "Dòng {0} trùng đồn, nguồn và mã tham chiếu nhưng khác nội dung: {1}",
      "Giữ lại dòng đúng"),
  CONFLICT(
      "Stored already with other content: {0}",
      "Leave the row out, or import with --replace to replace what is stored",
      "Đã lưu với nội dung khác: {0}",
      "Bỏ dòng này, hoặc nạp với lựa chọn thay thế");

  private final Wording wording;

  RefusalReason(String reason, String remedy, String reasonVi, String remedyVi) {
    this.wording = new Wording(reason, remedy, reasonVi, remedyVi);
  }

  Wording wording() {
    return wording;
  }
}
