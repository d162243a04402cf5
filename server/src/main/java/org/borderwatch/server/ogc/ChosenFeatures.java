package org.borderwatch.server.ogc;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.cql.CqlException;
import org.borderwatch.server.cql.CqlParser;
import org.borderwatch.server.cql.Property;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a request chooses of a collection: by the collection's own parameters, and by a condition in
 * CQL2 text that every collection takes.
 */
public final class ChosenFeatures {
  private static final String FILTER = "filter";
  private static final String LANGUAGE = "filter-lang";
  private static final String CRS = "filter-crs";

  private ChosenFeatures() {}

  /** The parameters that choose among the features of a collection. */
  public static QueryParameters parameters(FeatureSource source) {
    return source.filters().and(FILTER, LANGUAGE, CRS);
  }

  /**
   * The features that the caller in {@code ctx} asks for and may see.
   *
   * @throws org.borderwatch.server.http.ApiException when a parameter can't be understood
   */
  public static FeatureSource.Selection of(FeatureSource source, Context ctx) throws SQLException {
    FeatureSource.Selection selection = source.select(ctx);
    @Nullable Condition condition = condition(source.info(), ctx);
    return condition == null ? selection : selection.filtered(condition);
  }

  /** The condition of the parameter {@code filter}; null when there is none. */
  public static @Nullable Condition condition(CollectionInfo info, Context ctx) {
    require(ctx, LANGUAGE, "cql2-text");
    require(ctx, CRS, MediaTypes.CRS84);
    String text = ctx.queryParam(FILTER);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return CqlParser.parse(text, properties(info));
    } catch (CqlException e) {
      throw new BadParameter(FILTER, "filter, " + e.getMessage());
    }
  }

  private static List<Property> properties(CollectionInfo info) {
    return info.fields().stream().map(field -> Property.of(field.name(), field.type())).toList();
  }

  private static void require(Context ctx, String name, String only) {
    String asked = ctx.queryParam(name);
    if (asked != null && !asked.equals(only)) {
      throw new BadParameter(name, name + " is " + asked + "; only " + only + " is known here");
    }
  }
}
