package org.borderwatch.server.export;

import io.javalin.http.Context;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A request as the command line makes it, so that collections choose their features by the same
 * rules as over HTTP. It has query parameters, attributes and headers of an answer that nobody
 * reads; whoever sits at the machine of the database may see all. Anything else is a mistake in
 * this program.
 */
final class CommandRequest implements InvocationHandler {
  private static final Principal CALLER = new Principal("cli", Role.ADMIN, "VN", Set.of("VN"));

  private final Map<String, String> query;
  private final Map<String, Object> attributes = new HashMap<>();

  private CommandRequest(Map<String, String> query) {
    this.query = Map.copyOf(query);
  }

  /** A request with these query parameters. */
  static Context of(Map<String, String> query) {
    Context request =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                new CommandRequest(query));
    CALLER.enter(request);
    return request;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) {
    @Nullable Object[] arguments = given == null ? new @Nullable Object[0] : given;
    String called = method.getName() + arguments.length;
    return switch (called) {
      case "queryParam1" -> query.get(String.valueOf(arguments[0]));
      case "queryParamMap0" -> {
        Map<String, List<String>> lists = new TreeMap<>();
        query.forEach((name, value) -> lists.put(name, List.of(value)));
        yield lists;
      }
      case "attribute1" -> attributes.get(String.valueOf(arguments[0]));
      case "attribute2" -> {
        attributes.put(String.valueOf(arguments[0]), arguments[1]);
        yield null;
      }
      case "header1" -> null;
      case "header2" -> proxy;
      case "toString0" -> "request of the command line with " + query;
      default -> throw new UnsupportedOperationException(method + " of a command");
    };
  }
}
