package org.borderwatch.server.ogc;

import java.util.List;
import org.borderwatch.server.http.Permission;

/**
 * What a collection is.
 *
 * @param id its name in addresses
 * @param title in English
 * @param titleVi in Vietnamese
 * @param description what it holds, from where
 * @param permission what reading it needs
 * @param licence under which it may be passed on
 * @param minZoom the first zoom at which it has vector tiles
 * @param fields names and JSON types of the properties of its features
 */
public record CollectionInfo(
    String id,
    String title,
    String titleVi,
    String description,
    Permission permission,
    Licence licence,
    int minZoom,
    List<Field> fields) {

  public CollectionInfo {
    fields = List.copyOf(fields);
  }

  /** Under which terms a collection may be passed on; {@code href} is empty when nowhere told. */
  public record Licence(String title, String href) {
    public static final Licence ODBL =
        new Licence(
            "© OpenStreetMap contributors, ODbL 1.0",
            "https://opendatacommons.org/licenses/odbl/1-0/");
    public static final Licence CC_BY =
        new Licence("© GeoNames, CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");
    public static final Licence INTERNAL = new Licence("For official use only", "");
  }

  /** A property of a feature. {@code type} is its JSON type: string, number, integer, boolean. */
  public record Field(String name, String type) {}
}
