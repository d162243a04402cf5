package org.borderwatch.server.access;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from, as far as one client can be told from another. */
final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /** The IPv4 address, or the /64 network of an IPv6 address, which one client has whole. */
  static String of(Context ctx) {
    return of(ctx.ip());
  }

  static String of(String text) {
    String bare = text.replace("[", "").replace("]", "");
    if (!bare.contains(":")) {
      return bare;
    }
    try {
      // A literal with colons is never looked up.
      InetAddress address = InetAddress.getByName(bare);
      return address instanceof Inet6Address v6 ? network(v6) : address.getHostAddress();
    } catch (UnknownHostException e) {
      return bare;
    }
  }

  private static String network(Inet6Address address) {
    HexFormat hex = HexFormat.of();
    byte[] bytes = address.getAddress();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < NETWORK_BYTES; i += 2) {
      text.append(hex.formatHex(bytes, i, i + 2)).append(':');
    }
    return text.append(":/64").toString();
  }
}
