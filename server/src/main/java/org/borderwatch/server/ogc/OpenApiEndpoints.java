package org.borderwatch.server.ogc;

import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** The document that describes every route. */
final class OpenApiEndpoints {
  private final PublicUrl publicUrl;
  private final String version;

  OpenApiEndpoints(PublicUrl publicUrl, String version) {
    this.publicUrl = publicUrl;
    this.version = version;
  }

  /** The document is made when it is asked for, so it knows routes that are added later too. */
  void register(RouteTable routes) {
    routes.get(
        "/api/api",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "This API in OpenAPI 3.0",
        ctx ->
            Json.answer(
                ctx,
                OpenApiDocument.of(routes.routes(), publicUrl.to(""), version),
                MediaTypes.OPENAPI));
  }
}
