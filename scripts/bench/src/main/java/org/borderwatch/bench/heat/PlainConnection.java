package org.borderwatch.bench.heat;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that asks and waits, as light as can be: on a machine with few cores a
 * heavier client would take from the server what it measures. Knows answers with a length only,
 * which pictures have. Not for several threads.
 */
final class PlainConnection implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Socket socket;
  private final InputStream in;
  private final String rest;

  PlainConnection(URI server, String cookie) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    rest = " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: " + cookie + "\r\n\r\n";
  }

  /** The body of the answer, which has to be 200. */
  byte[] get(String path) throws IOException {
    socket.getOutputStream().write(("GET " + path + rest).getBytes(StandardCharsets.ISO_8859_1));
    String status = line();
    int length = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    if (!status.startsWith("HTTP/1.1 200") || length < 0) {
      throw new IOException(path + ": " + status + (length < 0 ? ", without a length" : ""));
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException(path + ": the answer was cut");
    }
    return body;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(128);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
