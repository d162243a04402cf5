package org.borderwatch.server.ogc;

import static org.borderwatch.server.ogc.MediaTypes.GEOJSON;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.PublicUrl;
import org.jspecify.annotations.Nullable;

/** One page of features while it is made: asked, read, answered. Used by one thread. */
final class ItemsPage {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 10_000;

  private final String self;
  private final String collection;
  private final Optional<PageCursor> cursor;
  private final int limit;
  private final Context ctx;
  private final PublicUrl publicUrl;
  private final ByteArrayOutputStream features = new ByteArrayOutputStream();
  private long matched;
  private FeatureSource.Written written = new FeatureSource.Written(0, Optional.empty());

  private ItemsPage(Context ctx, String collectionId, PublicUrl publicUrl) {
    this.ctx = ctx;
    this.publicUrl = publicUrl;
    this.self = publicUrl.of(ctx);
    this.collection = publicUrl.to("/api/collections/" + collectionId);
    this.limit = limit(ctx.queryParam("limit"));
    this.cursor = Optional.ofNullable(ctx.queryParam("cursor")).map(PageCursor::parse);
  }

  /** The page that {@code ctx} asks for. */
  static ItemsPage ask(Context ctx, String collectionId, PublicUrl publicUrl) {
    return new ItemsPage(ctx, collectionId, publicUrl);
  }

  /** As OGC has it, a limit above what we give is lowered, not refused. */
  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw new BadParameter("limit", "limit is " + text + "; expected 1 to " + MAX_LIMIT);
    }
    return Math.min(Integer.parseInt(text), MAX_LIMIT);
  }

  /** Reads the count, unless the page before knew it, and the features. */
  void read(FeatureSource.Selection selection, Connection connection)
      throws SQLException, IOException {
    matched = cursor.isPresent() ? cursor.get().matched() : selection.count(connection);
    try (JsonGenerator json = Json.MAPPER.createGenerator(features)) {
      json.writeStartArray();
      written =
          selection.write(connection, cursor.map(PageCursor::after).orElse(null), limit, json);
      json.writeEndArray();
    }
  }

  /** How many features it holds. */
  int features() {
    return written.features();
  }

  /** Answers with the collection, or 304 when the caller has it already. */
  void answer() throws IOException {
    byte[] array = features.toByteArray();
    List<Link> links = links();
    ctx.header("Link", String.join(", ", links.stream().map(Link::header).toList()));
    ctx.header("Content-Crs", MediaTypes.CRS84_HEADER);
    ctx.header("OGC-NumberReturned", Integer.toString(written.features()));
    if (tag(array).answersNotModified(ctx)) {
      return;
    }
    ctx.contentType(GEOJSON).result(document(links, array));
  }

  /** The same features are another page once others matched, or more follow. */
  private EntityTag tag(byte[] array) throws IOException {
    String follows = matched + written.moreAfter().orElse("");
    ByteArrayOutputStream all = new ByteArrayOutputStream(array.length + follows.length());
    all.write(follows.getBytes(StandardCharsets.UTF_8));
    all.write(array);
    return EntityTag.ofContent(all.toByteArray());
  }

  /** The features are JSON already, so they are only put at the end of the head. */
  private byte[] document(List<Link> links, byte[] array) throws IOException {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("type", "FeatureCollection");
    head.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    head.put("numberMatched", matched);
    head.put("numberReturned", written.features());
    head.put("links", links);
    byte[] opened = Json.MAPPER.writeValueAsBytes(head);
    ByteArrayOutputStream body = new ByteArrayOutputStream(opened.length + array.length + 16);
    body.write(opened, 0, opened.length - 1);
    body.write(",\"features\":".getBytes(StandardCharsets.US_ASCII));
    body.write(array);
    body.write('}');
    return body.toByteArray();
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    links.add(new Link(self, "self", GEOJSON, "This page"));
    written
        .moreAfter()
        .map(after -> new PageCursor(after, matched).text())
        .map(text -> publicUrl.of(ctx, Map.of("cursor", text)))
        .ifPresent(next -> links.add(new Link(next, "next", GEOJSON, "The page after this one")));
    links.add(new Link(collection, "collection", MediaTypes.JSON, "The collection"));
    return links;
  }
}
