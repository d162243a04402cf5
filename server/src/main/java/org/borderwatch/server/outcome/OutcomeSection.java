package org.borderwatch.server.outcome;

import org.borderwatch.data.Word;

/** A section of the report, in its order. */
public enum OutcomeSection implements Word {
  SITUATION("Tình hình", "Situation"),
  COMMUNICATION("Truyền thông, phòng ngừa xã hội", "Communication and social prevention"),
  PREVENTION("Phòng ngừa nghiệp vụ", "Operational prevention"),
  ENFORCEMENT("Đấu tranh, xử lý", "Enforcement"),
  VICTIMS("Giải cứu, tiếp nhận, hỗ trợ nạn nhân", "Rescue, reception and support of victims"),
  JUSTICE("Điều tra, truy tố, xét xử", "Investigation, prosecution and trial"),
  COOPERATION("Hợp tác quốc tế", "International cooperation");

  private final String vi;
  private final String en;

  OutcomeSection(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  public String vi() {
    return vi;
  }

  public String en() {
    return en;
  }
}
