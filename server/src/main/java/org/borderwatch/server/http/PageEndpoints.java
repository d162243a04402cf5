package org.borderwatch.server.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The page and its files, for everybody: they hold no data. Read from the class path, where the web
 * module and the webjars of Leaflet and pbf pack them.
 */
public final class PageEndpoints {
  private static final String LEAFLET = "/webjars/leaflet/1.9.4/dist/";
  private static final String PBF = "/webjars/pbf/4.0.1/";
  private static final String WEBJARS = "META-INF/resources";
  private static final String OWN_FILES = "web/";

  /** Names without a leading dot, so no way up; only what the page is made of. */
  private static final Pattern OWN =
      Pattern.compile("(css|js|img)(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  private static final Pattern FOREIGN =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  /** Asked for anew each time, answered by 304: a new version of the server is seen at once. */
  private static final String CHECK_EACH_TIME = "no-cache";

  /** Its address names its version. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PackedFile page;
  private final String policy;
  private final Map<String, PackedFile> files = new ConcurrentHashMap<>();

  public PageEndpoints() {
    this.page =
        PackedFile.read(OWN_FILES + "index.html")
            .orElseThrow(() -> new IllegalStateException("the web module isn't on the class path"));
    this.policy = PagePolicy.of(page.text());
  }

  public void addTo(RouteTable routes) {
    routes.get("/", Permission.NOBODY, QueryParameters.ANY, "The page", this::page);
    routes.get(
        "/assets/<path>",
        Permission.NOBODY,
        QueryParameters.NONE,
        "A file of the page",
        ctx -> file(ctx, OWN, OWN_FILES, CHECK_EACH_TIME));
    routes.get(
        LEAFLET + "<path>",
        Permission.NOBODY,
        QueryParameters.NONE,
        "A file of Leaflet",
        ctx -> file(ctx, FOREIGN, WEBJARS + LEAFLET, FOR_EVER));
    routes.get(
        PBF + "<path>",
        Permission.NOBODY,
        QueryParameters.NONE,
        "A file of pbf, which reads vector tiles",
        ctx -> file(ctx, FOREIGN, WEBJARS + PBF, FOR_EVER));
  }

  private void page(Context ctx) {
    ctx.header("Content-Security-Policy", policy);
    page.answer(ctx, CHECK_EACH_TIME);
  }

  private void file(Context ctx, Pattern allowed, String folder, String cacheControl) {
    String path = ctx.pathParam("path");
    if (!allowed.matcher(path).matches()) {
      throw missing();
    }
    found(folder + path).orElseThrow(PageEndpoints::missing).answer(ctx, cacheControl);
  }

  /** Only what exists is kept, so asking for what doesn't exist takes no memory. */
  private Optional<PackedFile> found(String path) {
    PackedFile kept = files.get(path);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<PackedFile> read = PackedFile.read(path);
    read.ifPresent(file -> files.put(path, file));
    return read;
  }

  private static ApiException.NotFound missing() {
    return new ApiException.NotFound("The page has no such file");
  }
}
