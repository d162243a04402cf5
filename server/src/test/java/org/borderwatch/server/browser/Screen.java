package org.borderwatch.server.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/** The two sizes that the page is looked at in. */
enum Screen {
  DESK(1440, 900, false),
  PHONE(390, 844, true);

  private final int widthPx;
  private final int heightPx;
  private final boolean touch;

  Screen(int widthPx, int heightPx, boolean touch) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.touch = touch;
  }

  /** For names of pictures. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A fresh visitor: no cookies, nothing kept, motion switched off so that pictures hold still. */
  NewContextOptions visitor() {
    return new NewContextOptions()
        .setViewportSize(widthPx, heightPx)
        .setHasTouch(touch)
        .setIsMobile(touch)
        .setLocale("vi-VN")
        .setAcceptDownloads(true)
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
