package org.borderwatch.data.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how many bytes have been read, for who wants to know how far it is. */
final class CountedInputStream extends FilterInputStream {
  private volatile long count;

  CountedInputStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    add(Math.max(read, 0));
    return read;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads
  private void add(int bytes) {
    count += bytes;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
