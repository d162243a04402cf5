package org.borderwatch.data.detection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it turns out larger than it may be. */
public final class LimitedInputStream extends FilterInputStream {
  private long left;

  public LimitedInputStream(InputStream in, long mostBytes) {
    super(in);
    left = mostBytes;
  }

  /** More bytes came than are allowed. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws TooLargeException {
    left -= bytes;
    if (left < 0) {
      throw new TooLargeException();
    }
  }
}
