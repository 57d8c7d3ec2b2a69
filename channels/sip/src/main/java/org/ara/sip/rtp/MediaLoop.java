package org.ara.sip.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads the packets of all media ports into one buffer, and does what is due at a
 * time. Nothing is made anew for a packet: at 50,000 a second that would be all the garbage of a
 * busy server.
 */
public final class MediaLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);

  /** How long what nobody waits for may take: ports given back, the first packet of a call. */
  private static final long ROUND_MILLIS = 10;

  private record Task(long due, Runnable action) {}

  private record Closing(List<DatagramChannel> channels, Runnable after) {}

  private final Selector selector;
  private final Thread thread;
  private final Arrival arrival = new Arrival();
  private final Queue<Closing> closings = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>((a, b) -> Long.compare(a.due() - b.due(), 0));
  private volatile boolean idle;
  private volatile boolean closed;

  /** Starts the thread. */
  public MediaLoop() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("no selector for media", e);
    }
    thread = Thread.ofPlatform().name("rtp").daemon().start(this::run);
  }

  /** Hands what arrives at a channel to its session from now on. */
  void read(DatagramChannel channel, RtpSession session) {
    try {
      channel.register(selector, SelectionKey.OP_READ, session);
      wakeIfIdle();
    } catch (ClosedChannelException | ClosedSelectorException ended) {
      // The call was over before its media began.
    }
  }

  /** Closes channels; then their ports are free. */
  void close(List<DatagramChannel> channels, Runnable after) {
    closings.add(new Closing(channels, after));
    if (closed) {
      closeChannels();
    } else {
      wakeIfIdle();
    }
  }

  /** Does something later, on this thread: it must be quick. */
  void after(Duration delay, Runnable action) {
    synchronized (tasks) {
      tasks.add(new Task(System.nanoTime() + delay.toNanos(), action));
    }
    wake();
  }

  /** A thread that looks after calls already comes round soon enough by itself. */
  private void wakeIfIdle() {
    if (idle) {
      wake();
    }
  }

  private void wake() {
    if (Thread.currentThread() != thread) {
      Selector unused = selector.wakeup();
    }
  }

  private void run() {
    while (!closed) {
      try {
        idle = selector.keys().isEmpty();
        selector.select(this::ready, patience());
        idle = false;
        doWhatIsDue();
        closeChannels();
      } catch (ClosedSelectorException ended) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("media: {}", e.toString(), e);
      }
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof RtpSession session
        && key.channel() instanceof DatagramChannel channel
        && arrival.receive(channel)) {
      session.arrived(arrival);
    }
  }

  /** How many milliseconds to wait for packets; 0 is for ever. */
  private long patience() {
    boolean work = !idle || !selector.keys().isEmpty() || !closings.isEmpty();
    long most = work ? ROUND_MILLIS : 0;
    synchronized (tasks) {
      Task next = tasks.peek();
      if (next == null) {
        return most;
      }
      long left = Math.max(1, (next.due() - System.nanoTime()) / 1_000_000);
      return most == 0 ? left : Math.min(most, left);
    }
  }

  private void doWhatIsDue() {
    while (true) {
      Task next;
      synchronized (tasks) {
        next = tasks.peek();
        if (next == null || next.due() - System.nanoTime() > 0) {
          return;
        }
        tasks.remove();
      }
      next.action().run();
    }
  }

  /** A port is free only when the selector has let go of its channel. */
  private void closeChannels() {
    List<Runnable> after = new ArrayList<>();
    for (Closing next = closings.poll(); next != null; next = closings.poll()) {
      next.channels().forEach(MediaLoop::close);
      after.add(next.after());
    }
    if (!after.isEmpty()) {
      letGo();
      after.forEach(Runnable::run);
    }
  }

  private void letGo() {
    try {
      selector.selectNow(this::ready);
    } catch (IOException | ClosedSelectorException ended) {
      // Then it holds nothing any more.
    }
  }

  private static void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("a media port did not close: {}", e.toString());
    }
  }

  /** Ends the thread; ports that are open stay open until their sessions close. */
  @Override
  public void close() {
    closed = true;
    try {
      selector.close();
      thread.join(Duration.ofSeconds(1));
    } catch (IOException e) {
      LOG.debug("the media selector did not close: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeChannels();
  }
}
