package org.borderwatch.server.cql;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.database.SqlPart;

/**
 * Writes a condition as SQL. Names of columns come from our own code, values are bound. Not for
 * several threads.
 */
public final class CqlSql {
  /** The shape of a time, so that a text that is none isn't asked to become one. */
  private static final String IS_TIME =
      "'^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?'";

  private final Columns columns;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /** Where properties and the geometry stand. */
  public interface Columns {
    /**
     * An expression of the property: text for texts and lists, double precision for numbers,
     * boolean, timestamptz for times.
     */
    String of(Property property);

    /** An expression of the geometry in degrees. */
    String geometry();
  }

  private CqlSql(Columns columns) {
    this.columns = columns;
  }

  /** What {@code condition} is over these columns. */
  public static SqlPart of(Condition condition, Columns columns) {
    CqlSql sql = new CqlSql(columns);
    sql.add(condition);
    return new SqlPart(sql.text.toString(), sql.values);
  }

  CqlSql add(String sql) {
    text.append(sql);
    return this;
  }

  CqlSql add(Condition condition) {
    condition.write(this);
    return this;
  }

  void joined(String word, List<Condition> parts) {
    for (int i = 0; i < parts.size(); i++) {
      add(i == 0 ? "(" : word + "(").add(parts.get(i)).add(")");
    }
  }

  CqlSql property(Property property) {
    return add(columns.of(property));
  }

  /** The property as it has to stand to be compared with a literal of this kind. */
  CqlSql property(Property property, Literal with) {
    String column = columns.of(property);
    boolean time = with instanceof Literal.Time || with instanceof Literal.Day;
    if (!time) {
      return add(property.kind() == Property.Kind.TEXT ? column + " COLLATE \"C\"" : column);
    }
    String moment =
        property.kind() == Property.Kind.TIME
            ? column
            : "CASE WHEN %s ~ %s THEN CAST(%s AS timestamptz) END"
                .formatted(column, IS_TIME, column);
    return add(
        with instanceof Literal.Day
            ? "CAST((%s) AT TIME ZONE 'Asia/Ho_Chi_Minh' AS date)".formatted(moment)
            : "(" + moment + ")");
  }

  CqlSql literal(Literal literal) {
    values.add(literal.value());
    return add("?");
  }

  void intersects(String wkt) {
    values.add(wkt);
    add("ST_Intersects(" + columns.geometry() + ", ST_GeomFromText(?, 4326))");
  }
}
