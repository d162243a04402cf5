package org.borderwatch.server.cql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.borderwatch.data.Word;
import org.borderwatch.server.geo.GeoJsonGeometry;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A condition on a feature of GeoJSON. It is true, false or, where a property isn't there, unknown.
 */
public sealed interface Condition {
  /** Whether a feature fulfils it; null is unknown. */
  @Nullable Boolean test(JsonNode feature);

  /** Writes itself as SQL. */
  void write(CqlSql sql);

  /** All of them. */
  record And(List<Condition> parts) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      Boolean all = Boolean.TRUE;
      for (Condition part : parts) {
        Boolean one = part.test(feature);
        if (Boolean.FALSE.equals(one)) {
          return false;
        }
        all = one == null ? null : all;
      }
      return all;
    }

    @Override
    public void write(CqlSql sql) {
      sql.joined(" AND ", parts);
    }
  }

  /** At least one of them. */
  record Or(List<Condition> parts) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      Boolean any = Boolean.FALSE;
      for (Condition part : parts) {
        Boolean one = part.test(feature);
        if (Boolean.TRUE.equals(one)) {
          return true;
        }
        any = one == null ? null : any;
      }
      return any;
    }

    @Override
    public void write(CqlSql sql) {
      sql.joined(" OR ", parts);
    }
  }

  record Not(Condition part) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      Boolean one = part.test(feature);
      return one == null ? null : !one;
    }

    @Override
    public void write(CqlSql sql) {
      sql.add("NOT (").add(part).add(")");
    }
  }

  /** TRUE or FALSE as it stands. */
  record Always(boolean truth) implements Condition {
    @Override
    public Boolean test(JsonNode feature) {
      return truth;
    }

    @Override
    public void write(CqlSql sql) {
      sql.add(truth ? "TRUE" : "FALSE");
    }
  }

  /** How two values compare. */
  enum Operator implements Word {
    EQUAL("=", order -> order == 0),
    UNEQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    MORE(">", order -> order > 0),
    AT_MOST("<=", order -> order <= 0),
    AT_LEAST(">=", order -> order >= 0);

    private final String sign;
    private final IntPredicate holds;

    Operator(String sign, IntPredicate holds) {
      this.sign = sign;
      this.holds = holds;
    }

    @Override
    public String code() {
      return sign;
    }

    /** The same with both sides exchanged. */
    Operator turned() {
      return switch (this) {
        case LESS -> MORE;
        case MORE -> LESS;
        case AT_MOST -> AT_LEAST;
        case AT_LEAST -> AT_MOST;
        case EQUAL, UNEQUAL -> this;
      };
    }
  }

  record Compare(Property property, Operator operator, Literal literal) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      Integer order = literal.compared(value(property, feature));
      return order == null ? null : operator.holds.test(order);
    }

    @Override
    public void write(CqlSql sql) {
      sql.property(property, literal).add(" " + operator.code() + " ").literal(literal);
    }
  }

  /** Both ends included. */
  record Between(Property property, Literal from, Literal to) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      JsonNode value = value(property, feature);
      Integer low = from.compared(value);
      Integer high = to.compared(value);
      return low == null || high == null ? null : low >= 0 && high <= 0;
    }

    @Override
    public void write(CqlSql sql) {
      sql.property(property, from).add(" BETWEEN ").literal(from).add(" AND ").literal(to);
    }
  }

  record In(Property property, List<Literal> literals) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      JsonNode value = value(property, feature);
      boolean comparable = false;
      for (Literal literal : literals) {
        Integer order = literal.compared(value);
        if (order != null && order == 0) {
          return true;
        }
        comparable |= order != null;
      }
      return comparable ? false : null;
    }

    @Override
    public void write(CqlSql sql) {
      sql.property(property, literals.get(0)).add(" IN (");
      for (int i = 0; i < literals.size(); i++) {
        sql.add(i == 0 ? "" : ", ").literal(literals.get(i));
      }
      sql.add(")");
    }
  }

  /** {@code %} stands for any text, {@code _} for any letter, a backslash takes their meaning. */
  record Like(Property property, String pattern) implements Condition {
    @Override
    public @Nullable Boolean test(JsonNode feature) {
      JsonNode value = value(property, feature);
      return value.isTextual() ? regex().matcher(value.textValue()).matches() : null;
    }

    private Pattern regex() {
      StringBuilder regex = new StringBuilder();
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c == '%') {
          regex.append(".*");
        } else if (c == '_') {
          regex.append('.');
        } else {
          boolean escaped = c == '\\' && i + 1 < pattern.length();
          regex.append(Pattern.quote(String.valueOf(escaped ? pattern.charAt(++i) : c)));
        }
      }
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    @Override
    public void write(CqlSql sql) {
      Literal text = new Literal.Text(pattern);
      sql.property(property, text).add(" LIKE ").literal(text);
    }
  }

  record IsNull(Property property) implements Condition {
    @Override
    public Boolean test(JsonNode feature) {
      JsonNode value = value(property, feature);
      return value.isNull() || value.isMissingNode();
    }

    @Override
    public void write(CqlSql sql) {
      sql.property(property).add(" IS NULL");
    }
  }

  /** The geometry meets another one, in degrees. */
  record Intersects(PreparedGeometry with) implements Condition {
    static Intersects of(Geometry geometry) {
      return new Intersects(PreparedGeometryFactory.prepare(geometry));
    }

    @Override
    public @Nullable Boolean test(JsonNode feature) {
      Geometry own = GeoJsonGeometry.read(feature.path("geometry"));
      return own == null ? null : with.intersects(own);
    }

    @Override
    public void write(CqlSql sql) {
      sql.intersects(with.getGeometry().toText());
    }
  }

  private static JsonNode value(Property property, JsonNode feature) {
    return feature.path("properties").path(property.name());
  }
}
