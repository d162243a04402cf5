package org.borderwatch.data.network;

import java.util.List;
import org.borderwatch.data.Word;

/**
 * What a reading left out, or took only in part, for one reason.
 *
 * @param what the tag or kind it was, such as {@code highway=construction}
 * @param count how many
 * @param examples the first few, such as {@code way/123456}
 */
public record LeftOut(Reason why, String what, long count, List<String> examples) {
  /** So many examples are kept. */
  public static final int EXAMPLES = 5;

  /** Why. Each says what is counted, and whether the thing was lost or only a part of it. */
  public enum Reason implements Word {
    NOT_TRAVELLED(
        "ways",
        "nobody travels on a way of this kind",
        "loại đường này không đi được (đang xây, quy hoạch, đường đua...)"),
    AREA("ways", "an area, not a line", "là vùng, không phải đường"),
    TOO_SHORT(
        "ways",
        "fewer than two different nodes, or one step that goes nowhere",
        "có ít hơn hai điểm khác nhau"),
    NODES_MISSING(
        "ways",
        "its nodes aren't in the file, so that no piece of it is left",
        "các điểm không có trong tệp nên không còn đoạn nào"),
    NODES_MISSING_IN_PART(
        "ways",
        "kept in pieces: some of its nodes aren't in the file",
        "giữ từng đoạn: một số điểm không có trong tệp"),
    OUTSIDE("elements", "lies wholly outside the clip", "nằm hoàn toàn ngoài phạm vi lấy"),
    OUTSIDE_IN_PART(
        "edges",
        "an edge outside the clip of a way that reaches inside",
        "đoạn nằm ngoài phạm vi lấy của đường có phần ở trong"),
    REPEATED(
        "elements",
        "stands more than once in the files; one is kept",
        "có nhiều hơn một lần trong tệp; chỉ giữ một"),
    DELETED("elements", "the file says that it is deleted", "tệp ghi là đã xóa"),
    OTHER_WATER(
        "ways",
        "water that is no river, stream or canal",
        "đường nước không phải sông, suối, kênh"),
    NO_SETTLEMENT("nodes", "a place where nobody lives", "địa danh không phải nơi cư trú"),
    BARRIER_OFF_WAYS(
        "nodes", "a barrier on none of the ways that are kept", "vật cản không nằm trên đường nào"),
    NO_PLACE("elements", "its position can't be read", "không đọc được vị trí"),
    OTHER_GEOMETRY(
        "features", "a shape that is neither line nor point", "hình không phải đường hoặc điểm"),
    UNKNOWN_FEATURE(
        "features",
        "a line or point without class, highway, waterway, barrier or place that we know",
        "đối tượng không có class, highway, waterway, barrier hoặc place mà ta biết");

    private final String counted;
    private final String text;
    private final String textVi;

    Reason(String counted, String text, String textVi) {
      this.counted = counted;
      this.text = text;
      this.textVi = textVi;
    }

    /** What is counted: ways, edges, nodes, elements or features. */
    public String counted() {
      return counted;
    }

    /** Why, in English. */
    public String text() {
      return text;
    }

    /** Why, in Vietnamese. */
    public String textVi() {
      return textVi;
    }
  }

  public LeftOut {
    examples = List.copyOf(examples);
  }
}
