package org.borderwatch.server.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One method of one path.
 *
 * @param method HTTP method
 * @param path with its variables in braces, such as {@code /api/jobs/{id}}
 * @param permission what the caller needs
 * @param parameters the query parameters that it knows
 * @param summary what it does, in one sentence, for the API document
 * @param handler does it
 */
public record Route(
    HandlerType method,
    String path,
    Permission permission,
    QueryParameters parameters,
    String summary,
    Handler handler) {}
