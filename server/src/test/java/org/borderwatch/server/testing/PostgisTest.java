package org.borderwatch.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that meets a real PostGIS: a fresh, migrated database for the class, on the throw-away
 * cluster of the test run.
 *
 * <p>Methods and constructors may take a {@link org.borderwatch.server.database.Database} (the
 * server's role) or a {@link TestDatabase} (which knows the owner's address too).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgisExtension.class)
public @interface PostgisTest {}
