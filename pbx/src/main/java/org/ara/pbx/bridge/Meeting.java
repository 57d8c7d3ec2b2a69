package org.ara.pbx.bridge;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ara.pbx.Channel;
import org.ara.pbx.Deadline;
import org.ara.pbx.Inbox;
import org.ara.pbx.Pbx;

/**
 * Brings two channels together that come out of other calls, each on a thread of its own: whoever
 * comes first waits for the other. They talk until one of them hangs up or goes on elsewhere.
 */
public final class Meeting {

  private static final long PATIENCE_SECONDS = 10;

  private final Pbx pbx;
  private final Channel guest;
  private final CountDownLatch there = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  /**
   * A meeting to which nobody has come yet.
   *
   * @param guest the one of both that only comes, with {@link #join}
   */
  public Meeting(Pbx pbx, Channel guest) {
    this.pbx = pbx;
    this.guest = guest;
  }

  /** The other one comes, on its own thread, and returns when they have talked. */
  public void talk(Channel host) {
    try {
      if (there.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && !guest.isOver()) {
        bridge(host);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  private void bridge(Channel host) throws InterruptedException {
    Inbox inbox = new Inbox();
    host.deliverTo(inbox);
    guest.deliverTo(inbox);
    try {
      Bridge bridge = new Bridge(pbx, host, guest, inbox, new HangupKeys(false, false));
      Bridge.End unused = bridge.talk(Deadline.NEVER);
    } finally {
      guest.deliverHome();
      host.deliverHome();
    }
  }

  /** The guest comes, on its own thread, and returns when they have talked. */
  public void join(Channel coming) {
    there.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other one will not come after all. */
  public void cancel() {
    over.countDown();
  }
}
