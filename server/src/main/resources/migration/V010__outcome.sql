-- Outcome counts: what units report of a run of months, with every version of each count. Counts only: no person is described.

CREATE TABLE outcome_indicator (
  code     text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$'),
  section  text NOT NULL CHECK (section IN
    ('situation', 'communication', 'prevention', 'enforcement', 'victims', 'justice', 'cooperation')),
  position integer NOT NULL,
  name_vi  text NOT NULL CHECK (length(name_vi) BETWEEN 1 AND 160),
  name_en  text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 160),
  unit_vi  text NOT NULL CHECK (length(unit_vi) BETWEEN 1 AND 30),
  unit_en  text NOT NULL CHECK (length(unit_en) BETWEEN 1 AND 30),
  kind     text NOT NULL CHECK (kind IN ('events', 'persons', 'work')),
  part_of  text REFERENCES outcome_indicator CHECK (part_of <> code),
  disjoint boolean NOT NULL CHECK (part_of IS NOT NULL OR NOT disjoint),
  retired  boolean NOT NULL DEFAULT false,
  version  integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE outcome_indicator IS 'What is counted. An administrator may add, rename and retire; what was counted keeps its code.';
COMMENT ON COLUMN outcome_indicator.part_of IS 'A whole that this may not exceed in the same unit, months and country.';
COMMENT ON COLUMN outcome_indicator.disjoint IS 'Whether nothing is counted in two such parts, so that their sum may not exceed the whole either.';

CREATE TABLE outcome_cell (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit      text NOT NULL REFERENCES unit ON DELETE CASCADE,
  indicator text NOT NULL REFERENCES outcome_indicator,
  first_day date NOT NULL CHECK (extract(day FROM first_day) = 1),
  until_day date NOT NULL CHECK (extract(day FROM until_day) = 1 AND until_day > first_day),
  partner   text CHECK (partner ~ '^[A-Z]{2}$'),
  UNIQUE NULLS NOT DISTINCT (unit, indicator, first_day, until_day, partner)
);
COMMENT ON TABLE outcome_cell IS 'What can be counted: one indicator of one unit in [first_day, until_day), with one partner country or all.';
CREATE INDEX outcome_cell_days_idx ON outcome_cell (first_day, until_day);

CREATE TABLE outcome_count (
  cell        uuid NOT NULL REFERENCES outcome_cell ON DELETE CASCADE,
  version     integer NOT NULL CHECK (version >= 1),
  value       bigint CHECK (value BETWEEN 0 AND 1000000000),
  at_least    boolean NOT NULL DEFAULT false,
  provisional boolean NOT NULL DEFAULT false,
  reason      text NOT NULL CHECK (reason IN ('entered', 'late', 'corrected', 'reclassified', 'confirmed', 'withdrawn')),
  made_at     timestamptz NOT NULL DEFAULT now(),
  made_by     text NOT NULL,
  PRIMARY KEY (cell, version),
  CONSTRAINT outcome_count_withdrawn_has_none CHECK ((reason = 'withdrawn') = (value IS NULL)),
  CONSTRAINT outcome_count_first_is_entered CHECK ((version = 1) = (reason = 'entered'))
);
COMMENT ON TABLE outcome_count IS 'Append only: the history of each cell; the newest version holds. Why is a code, never prose.';

CREATE FUNCTION require_next_outcome_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version > 1 AND NOT EXISTS (
    SELECT FROM borderwatch.outcome_count WHERE cell = NEW.cell AND version = NEW.version - 1) THEN
    RAISE EXCEPTION 'version % of count % follows none', NEW.version, NEW.cell USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_version_follows AFTER INSERT ON outcome_count
  FOR EACH ROW EXECUTE FUNCTION require_next_outcome_version();
CREATE TRIGGER outcome_cell_truncate BEFORE TRUNCATE ON outcome_cell
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();
CREATE TRIGGER outcome_count_truncate BEFORE TRUNCATE ON outcome_count
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- The quantitative lines of the two reports that the program was made for.
INSERT INTO outcome_indicator
  (code, section, position, name_vi, name_en, unit_vi, unit_en, kind, part_of, disjoint)
VALUES
  ('trafficking_cases', 'situation', 10, 'Vụ mua bán người phát hiện, điều tra làm rõ', 'Trafficking cases found and cleared up', 'vụ', 'cases', 'events', NULL, false),
  ('trafficking_suspects', 'situation', 20, 'Đối tượng mua bán người', 'Trafficking suspects', 'đối tượng', 'suspects', 'persons', NULL, false),
  ('trafficking_victims', 'situation', 30, 'Nạn nhân bị lừa bán', 'Victims who were sold', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('illegal_crossing_cases', 'situation', 40, 'Xuất, nhập cảnh trái phép bị phát hiện, ngăn chặn', 'Illegal crossings found and stopped', 'vụ', 'cases', 'events', NULL, false),
  ('illegal_crossing_persons', 'situation', 50, 'Lượt người xuất, nhập cảnh trái phép', 'Persons who crossed illegally', 'lượt người', 'persons', 'persons', NULL, false),
  ('own_exits', 'situation', 60, 'Công dân tự ý xuất cảnh trái phép', 'Citizens who left illegally of their own accord', 'trường hợp', 'persons', 'persons', NULL, false),
  ('sessions', 'communication', 70, 'Buổi tuyên truyền, phổ biến pháp luật', 'Sessions of communication', 'buổi', 'sessions', 'work', NULL, false),
  ('attendants', 'communication', 80, 'Lượt người tham gia tuyên truyền', 'Attendants of sessions', 'lượt người', 'attendants', 'work', NULL, false),
  ('broadcast_hours', 'communication', 90, 'Giờ phát thanh', 'Hours of broadcast', 'giờ', 'hours', 'work', NULL, false),
  ('leaflets', 'communication', 100, 'Tờ rơi đã cấp phát', 'Leaflets handed out', 'tờ', 'leaflets', 'work', NULL, false),
  ('panels', 'communication', 110, 'Buổi tọa đàm', 'Panel discussions', 'buổi', 'panels', 'work', NULL, false),
  ('workshops', 'communication', 120, 'Hội thảo liên ngành', 'Workshops of several sectors', 'hội thảo', 'workshops', 'work', NULL, false),
  ('reportages', 'communication', 130, 'Phóng sự', 'Reportages', 'phóng sự', 'reportages', 'work', NULL, false),
  ('broadcast_talks', 'communication', 140, 'Buổi tọa đàm phát sóng', 'Talks that were broadcast', 'buổi', 'talks', 'work', NULL, false),
  ('articles', 'communication', 150, 'Tin, bài, phóng sự', 'News, articles and reportages', 'tin, bài', 'articles', 'work', NULL, false),
  ('photos', 'communication', 160, 'Ảnh đăng tải', 'Photographs published', 'ảnh', 'photographs', 'work', NULL, false),
  ('turned_back_at_gates', 'communication', 170, 'Người lao động tự quay trở về tại cửa khẩu', 'Workers who turned back at gates', 'người', 'persons', 'persons', NULL, false),
  ('inland_files', 'prevention', 180, 'Hồ sơ điều tra cơ bản địa bàn nội biên', 'Area files, this side', 'hồ sơ', 'files', 'work', NULL, false),
  ('outland_files', 'prevention', 190, 'Hồ sơ sưu tập địa bàn ngoại biên', 'Area files, other side', 'hồ sơ', 'files', 'work', NULL, false),
  ('key_routes', 'prevention', 200, 'Tuyến trọng điểm bổ sung', 'Key routes added', 'tuyến', 'routes', 'work', NULL, false),
  ('subjects_reviewed', 'prevention', 210, 'Đối tượng quản lý nghiệp vụ được đánh giá, phân loại', 'Subjects reviewed and classified', 'đối tượng', 'subjects', 'work', NULL, false),
  ('inspections', 'prevention', 220, 'Lượt kiểm tra cơ sở kinh doanh có điều kiện', 'Inspections of licensed businesses', 'lượt', 'inspections', 'work', NULL, false),
  ('inspected_places', 'prevention', 230, 'Cơ sở được kiểm tra', 'Businesses inspected', 'cơ sở', 'businesses', 'work', NULL, false),
  ('cases', 'enforcement', 240, 'Vụ bắt, xử lý', 'Cases handled', 'vụ', 'cases', 'events', NULL, false),
  ('cases_own', 'enforcement', 250, 'trong đó chuyên án, vụ án do Biên phòng chủ trì', 'of them led by the border guard', 'vụ', 'cases', 'events', 'cases', true),
  ('cases_rescue', 'enforcement', 260, 'trong đó giải cứu, phối hợp giải cứu', 'of them rescues', 'vụ', 'cases', 'events', 'cases', true),
  ('cases_returned', 'enforcement', 270, 'trong đó tiếp nhận, sàng lọc người được trao trả', 'of them returns that were screened', 'vụ', 'cases', 'events', 'cases', true),
  ('special_done', 'enforcement', 280, 'Chuyên án đấu tranh thành công', 'Special cases closed', 'chuyên án', 'special cases', 'events', 'cases_own', true),
  ('trials_done', 'enforcement', 290, 'Vụ án đấu tranh thành công', 'Criminal cases closed', 'vụ án', 'criminal cases', 'events', 'cases_own', true),
  ('special_open', 'enforcement', 300, 'Chuyên án đang đấu tranh', 'Special cases in progress', 'chuyên án', 'special cases', 'events', 'cases_own', true),
  ('prosecuted_cases', 'enforcement', 310, 'Vụ bắt, khởi tố', 'Cases prosecuted', 'vụ', 'cases', 'events', 'cases_own', false),
  ('suspects', 'enforcement', 320, 'Đối tượng bị bắt, xử lý', 'Suspects handled', 'đối tượng', 'suspects', 'persons', NULL, false),
  ('suspects_prosecuted', 'enforcement', 330, 'trong đó bắt, khởi tố', 'of them prosecuted', 'đối tượng', 'suspects', 'persons', 'suspects', true),
  ('suspects_to_police', 'enforcement', 340, 'trong đó bàn giao Công an', 'of them handed to the police', 'đối tượng', 'suspects', 'persons', 'suspects', true),
  ('victims', 'victims', 350, 'Nạn nhân, người nghi là nạn nhân được giải cứu, tiếp nhận, hỗ trợ, chuyển tuyến', 'Victims and suspected victims rescued, received, supported, referred', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('victims_in_cases', 'victims', 360, 'trong đó giải cứu, tiếp nhận trong chuyên án', 'of them in special cases', 'nạn nhân', 'victims', 'persons', 'victims', true),
  ('victims_rescued', 'victims', 370, 'trong đó giải cứu, phối hợp giải cứu', 'of them rescued', 'nạn nhân', 'victims', 'persons', 'victims', true),
  ('victims_screened', 'victims', 380, 'trong đó phát hiện khi sàng lọc người được trao trả', 'of them found among the returned', 'nạn nhân', 'victims', 'persons', 'victims', true),
  ('victims_with_missions', 'victims', 390, 'Xác minh, giải cứu, tiếp nhận cùng cơ quan đại diện', 'Verified, rescued or received with missions abroad', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('referred_victims', 'victims', 400, 'Nạn nhân chuyển tuyến về cơ sở bảo trợ xã hội', 'Victims referred to shelters', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('referred_suspected', 'victims', 410, 'Người nghi là nạn nhân chuyển tuyến về cơ sở bảo trợ xã hội', 'Suspected victims referred to shelters', 'người', 'persons', 'persons', NULL, false),
  ('referred_women_centre', 'victims', 420, 'Chuyển tuyến về Trung tâm Phụ nữ và Phát triển', 'Referred to the Centre for Women and Development', 'người', 'persons', 'persons', NULL, false),
  ('reunited', 'victims', 430, 'Hỗ trợ đoàn tụ với gia đình', 'Helped to return to their families', 'người', 'persons', 'persons', NULL, false),
  ('received', 'victims', 440, 'Nạn nhân trở về được tiếp nhận, hỗ trợ', 'Returned victims received and supported', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('received_social', 'victims', 450, 'trong đó do ngành lao động, xã hội tiếp nhận', 'of them by the social sector', 'nạn nhân', 'victims', 'persons', 'received', true),
  ('received_children', 'victims', 460, 'trong đó trẻ em do ngành lao động, xã hội tiếp nhận', 'of them children', 'trẻ em', 'children', 'persons', 'received_social', false),
  ('received_border_guard', 'victims', 470, 'trong đó Biên phòng tiếp nhận do nước ngoài trao trả', 'of them handed to the border guard', 'nạn nhân', 'victims', 'persons', 'received', true),
  ('received_escaped', 'victims', 480, 'trong đó tự trốn thoát trở về', 'of them escaped by themselves', 'nạn nhân', 'victims', 'persons', 'received', true),
  ('investigated_cases', 'justice', 490, 'Vụ khởi tố', 'Cases brought', 'vụ', 'cases', 'events', NULL, false),
  ('investigated_accused', 'justice', 500, 'Bị can khởi tố', 'Accused', 'bị can', 'accused', 'persons', NULL, false),
  ('proposed_cases', 'justice', 510, 'trong đó đề nghị truy tố', 'of them sent for prosecution', 'vụ', 'cases', 'events', 'investigated_cases', true),
  ('open_cases', 'justice', 520, 'trong đó đang điều tra', 'of them still investigated', 'vụ', 'cases', 'events', 'investigated_cases', true),
  ('court_cases', 'justice', 530, 'Vụ án tòa thụ lý', 'Cases before the court', 'vụ', 'cases', 'events', NULL, false),
  ('tried_cases', 'justice', 540, 'trong đó đã xét xử', 'of them tried', 'vụ', 'cases', 'events', 'court_cases', true),
  ('tried_accused', 'justice', 550, 'Bị cáo đã xét xử', 'Accused who were tried', 'bị cáo', 'accused', 'persons', NULL, false),
  ('returned_cases', 'cooperation', 560, 'Vụ trao trả công dân', 'Returns of citizens', 'vụ', 'cases', 'events', NULL, false),
  ('returned_citizens', 'cooperation', 570, 'Công dân được trao trả', 'Citizens returned', 'công dân', 'citizens', 'persons', NULL, false),
  ('returned_suspected', 'cooperation', 580, 'trong đó có dấu hiệu bị mua bán', 'of them with signs of trafficking', 'người', 'persons', 'persons', 'returned_citizens', false),
  ('handed_victims', 'cooperation', 590, 'Nạn nhân do lực lượng nước bạn bàn giao', 'Victims handed over by partners', 'nạn nhân', 'victims', 'persons', NULL, false),
  ('trainings', 'cooperation', 600, 'Lớp tập huấn', 'Trainings', 'lớp', 'trainings', 'work', NULL, false),
  ('trained', 'cooperation', 610, 'Cán bộ được tập huấn', 'Officers trained', 'cán bộ', 'officers', 'work', NULL, false),
  ('talks', 'cooperation', 620, 'Cuộc hội đàm, đối thoại', 'Talks', 'cuộc', 'talks', 'work', NULL, false),
  ('meetings', 'cooperation', 630, 'Cuộc gặp tại cửa khẩu', 'Meetings at gates', 'cuộc', 'meetings', 'work', NULL, false),
  ('letters', 'cooperation', 640, 'Thư, công hàm', 'Letters and notes', 'lượt', 'letters', 'work', NULL, false),
  ('hotline_calls', 'cooperation', 650, 'Cuộc điện thoại qua đường dây nóng', 'Calls on the hotline', 'cuộc', 'calls', 'work', NULL, false);
