package org.borderwatch.server.cql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.borderwatch.server.cql.Condition.Always;
import org.borderwatch.server.cql.Condition.And;
import org.borderwatch.server.cql.Condition.Between;
import org.borderwatch.server.cql.Condition.Compare;
import org.borderwatch.server.cql.Condition.In;
import org.borderwatch.server.cql.Condition.Intersects;
import org.borderwatch.server.cql.Condition.IsNull;
import org.borderwatch.server.cql.Condition.Like;
import org.borderwatch.server.cql.Condition.Not;
import org.borderwatch.server.cql.Condition.Operator;
import org.borderwatch.server.cql.Condition.Or;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads a condition by recursive descent. One property stands against literals; two properties
 * can't be compared. O(length).
 */
public final class CqlParser {
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 30;
  private static final int MOST_PARTS = 200;
  private static final Set<String> GEOMETRY = Set.of("geom", "geometry");
  private static final Set<String> SHAPES =
      Set.of("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON");

  private final String text;
  private final List<Token> tokens;
  private final Map<String, Property> properties = new TreeMap<>();
  private int next;
  private int depth;
  private int parts;

  private CqlParser(String text, Collection<Property> properties) {
    this.text = text;
    this.tokens = Token.all(text);
    properties.forEach(property -> this.properties.put(property.name(), property));
  }

  /**
   * The condition that {@code text} says about features with these properties.
   *
   * @throws CqlException when it can't be understood, with the place
   */
  public static Condition parse(String text, Collection<Property> properties) {
    if (text.length() > LONGEST) {
      throw new CqlException(LONGEST, "a condition has " + LONGEST + " characters at most");
    }
    CqlParser parser = new CqlParser(text, properties);
    Condition condition = parser.either();
    Token left = parser.peek();
    if (left.kind() != Token.Kind.END) {
      throw new CqlException(left.at(), "AND, OR or the end is expected, not " + left.shown());
    }
    return condition;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  private boolean takes(String word) {
    boolean is = peek().is(word);
    next += is ? 1 : 0;
    return is;
  }

  private void require(String sign) {
    Token token = take();
    if (!token.isSign(sign)) {
      throw new CqlException(token.at(), sign + " is expected, not " + token.shown());
    }
  }

  private void require(String word, String after) {
    Token token = take();
    if (!token.is(word)) {
      throw new CqlException(
          token.at(), word + " is expected after " + after + ", not " + token.shown());
    }
  }

  private Condition either() {
    List<Condition> any = new ArrayList<>(List.of(both()));
    while (takes("OR")) {
      any.add(both());
    }
    return any.size() == 1 ? any.get(0) : new Or(any);
  }

  private Condition both() {
    List<Condition> all = new ArrayList<>(List.of(factor()));
    while (takes("AND")) {
      all.add(factor());
    }
    return all.size() == 1 ? all.get(0) : new And(all);
  }

  private Condition factor() {
    if (++parts > MOST_PARTS) {
      throw new CqlException(peek().at(), "a condition has " + MOST_PARTS + " parts at most");
    }
    if (++depth > DEEPEST) {
      throw new CqlException(peek().at(), "a condition is nested " + DEEPEST + " deep at most");
    }
    try {
      if (takes("NOT")) {
        return new Not(factor());
      }
      if (peek().isSign("(")) {
        take();
        Condition inside = either();
        require(")");
        return inside;
      }
      return predicate();
    } finally {
      depth--;
    }
  }

  private Condition predicate() {
    Token first = peek();
    if (first.is("S_INTERSECTS")) {
      take();
      return intersects();
    }
    boolean called = next + 1 < tokens.size() && tokens.get(next + 1).isSign("(");
    if (first.kind() == Token.Kind.NAME && called && !first.is("DATE") && !first.is("TIMESTAMP")) {
      throw new CqlException(
          first.at(),
          first.text() + " isn't known here; there are S_INTERSECTS, DATE and TIMESTAMP");
    }
    Optional<Literal> literal = literal();
    if (literal.isPresent()) {
      if (literal.get() instanceof Literal.Truth truth && !isOperator(peek())) {
        return new Always(truth.value());
      }
      Operator operator = operator();
      Property property = property();
      return compare(property, operator.turned(), literal.get(), first);
    }
    Property property = property();
    if (takes("IS")) {
      boolean not = takes("NOT");
      require("NULL", "IS");
      Condition isNull = new IsNull(property);
      return not ? new Not(isNull) : isNull;
    }
    boolean not = takes("NOT");
    Condition condition = ranged(property);
    if (condition != null) {
      return not ? new Not(condition) : condition;
    }
    if (not) {
      throw new CqlException(
          peek().at(), "LIKE, BETWEEN or IN is expected after NOT, not " + peek().shown());
    }
    if (property.kind() == Property.Kind.BOOLEAN && !isOperator(peek())) {
      return new Compare(property, Operator.EQUAL, new Literal.Truth(true));
    }
    Operator operator = operator();
    return compare(property, operator, requireLiteral(property), first);
  }

  private @Nullable Condition ranged(Property property) {
    Token word = peek();
    if (takes("LIKE")) {
      Literal pattern = requireLiteral(property);
      if (property.kind() != Property.Kind.TEXT || !(pattern instanceof Literal.Text like)) {
        throw new CqlException(word.at(), "LIKE compares a text with a text in quotes");
      }
      return new Like(property, like.value());
    }
    if (takes("BETWEEN")) {
      Literal from = requireLiteral(property);
      require("AND", "BETWEEN");
      Literal to = requireLiteral(property);
      if (!from.getClass().equals(to.getClass())) {
        throw new CqlException(word.at(), "both ends of BETWEEN have to be of one kind");
      }
      return new Between(property, from, to);
    }
    if (takes("IN")) {
      require("(");
      List<Literal> literals = new ArrayList<>();
      do {
        literals.add(requireLiteral(property));
        if (!literals.get(0).getClass().equals(literals.get(literals.size() - 1).getClass())) {
          throw new CqlException(word.at(), "all values of IN have to be of one kind");
        }
      } while (takesComma());
      require(")");
      return new In(property, literals);
    }
    return null;
  }

  private boolean takesComma() {
    boolean is = peek().isSign(",");
    next += is ? 1 : 0;
    return is;
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Token.Kind.SIGN && Word.codes(Operator.class).containsKey(token.text());
  }

  private Operator operator() {
    Token token = take();
    if (!isOperator(token)) {
      throw new CqlException(
          token.at(),
          "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN or IS is expected, not " + token.shown());
    }
    return Word.byCode(Operator.class, token.text()).orElseThrow();
  }

  private static Condition compare(
      Property property, Operator operator, Literal literal, Token first) {
    Literal fitted = fitted(property, literal, first);
    boolean equality = operator == Operator.EQUAL || operator == Operator.UNEQUAL;
    if (fitted instanceof Literal.Truth && !equality) {
      throw new CqlException(first.at(), property.name() + " is true or false: only = and <> fit");
    }
    return new Compare(property, operator, fitted);
  }

  private Property property() {
    Token token = take();
    boolean name = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.QUOTED_NAME;
    Property property = name ? properties.get(token.text()) : null;
    if (property != null) {
      return property;
    }
    if (!name) {
      throw new CqlException(token.at(), "a property is expected, not " + token.shown());
    }
    throw new CqlException(
        token.at(),
        LikelyWord.among(properties.keySet(), token.text())
            .map(near -> "there is no property " + token.text() + "; is " + near + " meant?")
            .orElse(
                "there is no property "
                    + token.text()
                    + "; there are "
                    + String.join(", ", properties.keySet())));
  }

  private Literal requireLiteral(Property property) {
    Token token = peek();
    Literal literal =
        literal()
            .orElseThrow(
                () ->
                    new CqlException(
                        token.at(),
                        "a number, a text in single quotes, TRUE, FALSE, DATE('...') or"
                            + " TIMESTAMP('...') is expected, not "
                            + token.shown()));
    return fitted(property, literal, token);
  }

  private static Literal fitted(Property property, Literal literal, Token token) {
    boolean time = literal instanceof Literal.Time || literal instanceof Literal.Day;
    boolean fits =
        switch (property.kind()) {
          case TEXT -> literal instanceof Literal.Text || time;
          case NUMBER -> literal instanceof Literal.Number;
          case BOOLEAN -> literal instanceof Literal.Truth;
          case TIME -> time;
          case LIST -> false;
        };
    if (fits) {
      return literal;
    }
    String expected =
        switch (property.kind()) {
          case TEXT -> "is a text; write it in single quotes";
          case NUMBER -> "is a number";
          case BOOLEAN -> "is TRUE or FALSE";
          case TIME -> "is a time; write TIMESTAMP('2024-06-30T07:00:00Z') or DATE('2024-06-30')";
          case LIST -> "is a list; only IS NULL fits, or use the parameter of that name";
        };
    throw new CqlException(token.at(), property.name() + " " + expected);
  }

  private Optional<Literal> literal() {
    Token token = peek();
    if (token.kind() == Token.Kind.TEXT) {
      return Optional.of(new Literal.Text(take().text()));
    }
    if (token.kind() == Token.Kind.NUMBER) {
      return Optional.of(new Literal.Number(Double.valueOf(take().text())));
    }
    if (token.is("TRUE") || token.is("FALSE")) {
      return Optional.of(new Literal.Truth(take().is("TRUE")));
    }
    if (token.is("DATE") || token.is("TIMESTAMP")) {
      take();
      require("(");
      Token when = take();
      require(")");
      return Optional.of(token.is("DATE") ? day(when) : time(when));
    }
    return Optional.empty();
  }

  private static Literal day(Token token) {
    try {
      return new Literal.Day(LocalDate.parse(token.text()));
    } catch (DateTimeException e) {
      throw new CqlException(token.at(), token.shown() + " is no date; write '2024-06-30'");
    }
  }

  private static Literal time(Token token) {
    try {
      Instant instant = OffsetDateTime.parse(token.text()).toInstant();
      return new Literal.Time(instant);
    } catch (DateTimeException e) {
      throw new CqlException(
          token.at(), token.shown() + " is no time; write '2024-06-30T07:00:00Z'");
    }
  }

  private Condition intersects() {
    require("(");
    Token name = take();
    if (!GEOMETRY.contains(name.text())) {
      throw new CqlException(
          name.at(), "the geometry is called geom or geometry, not " + name.text());
    }
    require(",");
    Geometry geometry = shape();
    require(")");
    return Intersects.of(geometry);
  }

  private Geometry shape() {
    Token word = take();
    int close = closing();
    Geometry geometry = word.is("BBOX") ? box(word, close) : wkt(word, close);
    Envelope box = geometry.getEnvelopeInternal();
    boolean degrees =
        box.getMinX() >= -180
            && box.getMaxX() <= 180
            && box.getMinY() >= -90
            && box.getMaxY() <= 90;
    if (geometry.isEmpty() || !degrees || !geometry.isValid()) {
      throw new CqlException(
          word.at(), "the shape has to be valid, in degrees: longitude before latitude");
    }
    return geometry;
  }

  /** Passes the parentheses that follow and what is in them; the place of the last one. */
  private int closing() {
    require("(");
    int open = 1;
    Token token = peek();
    while (open > 0) {
      token = take();
      if (token.kind() == Token.Kind.END) {
        throw new CqlException(token.at(), ") is expected");
      }
      open += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
    }
    return token.at();
  }

  private Geometry wkt(Token word, int close) {
    if (SHAPES.stream().noneMatch(word::is)) {
      throw new CqlException(
          word.at(), "BBOX, POINT, LINESTRING, POLYGON or several of them is expected");
    }
    try {
      return new WKTReader().read(text.substring(word.at() - 1, close));
    } catch (ParseException | IllegalArgumentException e) {
      throw new CqlException(word.at(), "the shape can't be read: " + e.getMessage());
    }
  }

  private Geometry box(Token word, int close) {
    String inside = text.substring(text.indexOf('(', word.at() - 1) + 1, close - 1);
    String[] numbers = inside.split(",", -1);
    if (numbers.length == 4) {
      try {
        double[] sides = new double[4];
        for (int i = 0; i < sides.length; i++) {
          sides[i] = Double.parseDouble(numbers[i]);
        }
        if (sides[0] <= sides[2] && sides[1] <= sides[3]) {
          return new GeometryFactory()
              .toGeometry(new Envelope(sides[0], sides[2], sides[1], sides[3]));
        }
      } catch (NumberFormatException e) {
        // Told below.
      }
    }
    throw new CqlException(word.at(), "BBOX(minLon, minLat, maxLon, maxLat) is expected");
  }
}
