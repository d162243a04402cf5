package org.borderwatch.server.ogc;

import java.util.List;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.CollectionInfo.Licence;

/** The reference layers that are served as collections. */
final class Layers {
  private Layers() {}

  static List<FeatureSource> all() {
    return List.of(
        new LayerCollection(STATIONS),
        new LayerCollection(GATES),
        new LayerCollection(BORDER),
        new LayerCollection(BORDER_SECTIONS),
        new LayerCollection(PLACES));
  }

  private static final CollectionInfo STATIONS =
      new CollectionInfo(
          "stations",
          "Border guard stations",
          "Đồn biên phòng",
          "Stations and the stretch of border each answers for; synthetic ones belong to the demo",
          Permission.READ_LAYERS,
          Licence.INTERNAL,
          5,
          List.of(
              text("code"),
              text("name"),
              text("name_en"),
              text("kind"),
              text("unit"),
              text("border_with"),
              number("from_km"),
              number("to_km"),
              truth("approximate"),
              truth("synthetic")));

  private static final CollectionInfo GATES =
      new CollectionInfo(
          "gates",
          "Border gates",
          "Cửa khẩu, lối mở",
          "Official crossings; approximate where the position is not published",
          Permission.READ_LAYERS,
          Licence.INTERNAL,
          5,
          List.of(
              text("code"),
              text("name"),
              text("name_en"),
              text("class"),
              text("district"),
              text("opposite"),
              truth("approximate"),
              text("note")));

  private static final CollectionInfo BORDER =
      new CollectionInfo(
          "border",
          "Land border",
          "Đường biên giới đất liền",
          "The unsimplified line with each neighbour, from its western end",
          Permission.READ_LAYERS,
          Licence.ODBL,
          0,
          List.of(text("with"), number("length_km")));

  private static final CollectionInfo BORDER_SECTIONS =
      new CollectionInfo(
          "border-sections",
          "Stretches of border",
          "Đoạn biên giới phụ trách",
          "The stretch of border that each station answers for",
          Permission.READ_LAYERS,
          Licence.ODBL,
          5,
          List.of(
              text("station"),
              text("name"),
              text("border_with"),
              number("from_km"),
              number("to_km"),
              truth("synthetic")));

  private static final CollectionInfo PLACES =
      new CollectionInfo(
          "places",
          "Towns",
          "Địa danh",
          "Towns of Viet Nam and its neighbours; rank 1 is the most important",
          Permission.READ_LAYERS,
          Licence.CC_BY,
          3,
          List.of(
              text("name"),
              text("name_en"),
              text("country"),
              new Field("rank", "integer"),
              text("kind")));

  private static Field text(String name) {
    return new Field(name, "string");
  }

  private static Field number(String name) {
    return new Field(name, "number");
  }

  private static Field truth(String name) {
    return new Field(name, "boolean");
  }
}
