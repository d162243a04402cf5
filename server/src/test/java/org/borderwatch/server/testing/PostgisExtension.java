package org.borderwatch.server.testing;

import org.borderwatch.server.database.Database;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test class its own database; it goes when the class ends. */
final class PostgisExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PostgisExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Database.class || type == TestDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase database = databaseOf(context);
    return parameter.getParameter().getType() == Database.class ? database.database() : database;
  }

  private static TestDatabase databaseOf(ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass
        .getStore(NAMESPACE)
        .computeIfAbsent("database", key -> TestCluster.freshDatabase(), TestDatabase.class);
  }
}
