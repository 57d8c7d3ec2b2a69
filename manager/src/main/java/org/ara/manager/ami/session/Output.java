package org.ara.manager.ami.session;

import java.time.Duration;
import org.ara.manager.ami.wire.Client;
import org.ara.module.manager.Header;

/**
 * What goes to one client, in pieces of some kilobytes; waits while the client reads slowly, and
 * not at all for one that does not read. For the session's thread.
 */
final class Output {

  private static final int PIECE = 8192;
  private static final long LOOK_AGAIN = 20_000_000;

  private final Client client;
  private final Mailbox mailbox;
  private final StringBuilder text = new StringBuilder();
  private Duration patience;

  /**
   * @param mailbox nudged when the client has read
   * @param patience how long the client may read nothing
   */
  Output(Client client, Mailbox mailbox, Duration patience) {
    this.client = client;
    this.mailbox = mailbox;
    this.patience = patience;
  }

  void patience(Duration other) {
    patience = other;
  }

  void header(String name, String value) {
    text.append(new Header(name, value).line()).append("\r\n");
  }

  void headers(Iterable<Header> headers) {
    headers.forEach(header -> text.append(header.line()).append("\r\n"));
  }

  /** Ends a message. */
  void end() throws SlowClientException {
    add("\r\n");
  }

  /** Adds text that is complete as it is. */
  void add(String ready) throws SlowClientException {
    text.append(ready);
    if (text.length() >= PIECE) {
      flush();
    }
  }

  /** Sends what was added. */
  void flush() throws SlowClientException {
    if (!text.isEmpty()) {
      awaitWritable();
      client.send(text.toString());
      text.setLength(0);
    }
  }

  private void awaitWritable() throws SlowClientException {
    long backlog = client.backlog();
    long since = System.nanoTime();
    while (!client.isWritable()) {
      if (mailbox.isClosed()) {
        throw new SlowClientException("it is gone");
      }
      long left = patience.toNanos() - (System.nanoTime() - since);
      if (left <= 0) {
        throw new SlowClientException(
            "it read nothing for %d ms while %d bytes waited"
                .formatted(patience.toMillis(), backlog));
      }
      try {
        mailbox.awaitNudge(Math.min(left, LOOK_AGAIN));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SlowClientException("the session was ended");
      }
      long now = client.backlog();
      if (now < backlog) {
        since = System.nanoTime();
      }
      backlog = now;
    }
  }
}
