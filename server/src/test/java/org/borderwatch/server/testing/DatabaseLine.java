package org.borderwatch.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.borderwatch.server.database.DatabaseAddress;

/**
 * The line from a server to its database, which a test can cut, hold up and mend. Cut: connections
 * end and new ones end at once. Held: connections stay and are taken, but no byte passes, as when
 * the database's processes are stopped. Mended: what was held goes on, as if nothing had been.
 */
public final class DatabaseLine implements AutoCloseable {
  private enum State {
    WHOLE,
    CUT,
    HELD
  }

  private final DatabaseAddress far;
  private final ServerSocket near;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private State state = State.WHOLE;

  private DatabaseLine(DatabaseAddress far) throws IOException {
    this.far = far;
    this.near = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
  }

  /** A whole line to {@code far}. */
  public static DatabaseLine to(DatabaseAddress far) {
    try {
      DatabaseLine line = new DatabaseLine(far);
      inBackground("accept", line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database as it is reached through this line. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        "127.0.0.1",
        near.getLocalPort(),
        far.database(),
        far.user(),
        far.password(),
        far.parameters());
  }

  public void cut() {
    become(State.CUT);
    sockets.forEach(this::end);
  }

  public void hold() {
    become(State.HELD);
  }

  public void mend() {
    become(State.WHOLE);
  }

  @Override
  public void close() throws IOException {
    near.close();
    cut();
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  /** Waits while the line is held; true when bytes may pass. */
  private synchronized boolean isOpen() throws InterruptedException {
    while (state == State.HELD) {
      wait();
    }
    return state == State.WHOLE;
  }

  private void accept() throws IOException {
    while (!near.isClosed()) {
      Socket caller = near.accept();
      sockets.add(caller);
      inBackground("connect", () -> connect(caller));
    }
  }

  private void connect(Socket caller) throws IOException, InterruptedException {
    if (!isOpen()) {
      end(caller);
      return;
    }
    Socket database = new Socket(far.host(), far.port());
    sockets.add(database);
    inBackground("there", () -> pass(caller, database));
    inBackground("back", () -> pass(database, caller));
  }

  private void pass(Socket from, Socket to) throws IOException, InterruptedException {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[1 << 14];
      for (int read = in.read(bytes); read >= 0 && isOpen(); read = in.read(bytes)) {
        out.write(bytes, 0, read);
      }
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void inBackground(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // One side hung up, or the line was closed.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "database-line-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
