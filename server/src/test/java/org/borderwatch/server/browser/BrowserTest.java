package org.borderwatch.server.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at the page in a real Chromium: the whole server with the demo on a fresh
 * database, one for each test class, so that what a class stores stays in it.
 *
 * <p>Methods take a {@link RunningPage} and open it as a visitor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {}
