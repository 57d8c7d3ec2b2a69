package org.ara.sip.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/**
 * The threads that move bytes, shared by all listeners: on epoll where the platform has it, else on
 * NIO.
 */
public final class EventLoops implements AutoCloseable {
  /** How the threads wait for packets. */
  public enum Kind {
    EPOLL,
    NIO
  }

  private final Kind kind;
  private final EventLoopGroup group;

  /** Loops on the best kind there is. */
  public EventLoops(int threads) {
    this(threads, Epoll.isAvailable() ? Kind.EPOLL : Kind.NIO);
  }

  /**
   * @throws IllegalStateException if epoll is asked for where there is none
   */
  public EventLoops(int threads, Kind kind) {
    if (kind == Kind.EPOLL && !Epoll.isAvailable()) {
      throw new IllegalStateException("no epoll on this platform", Epoll.unavailabilityCause());
    }
    IoHandlerFactory handlers =
        switch (kind) {
          case EPOLL -> EpollIoHandler.newFactory();
          case NIO -> NioIoHandler.newFactory();
        };
    this.kind = kind;
    this.group =
        new MultiThreadIoEventLoopGroup(
            threads, Thread.ofPlatform().name("sip-wire-", 0).daemon().factory(), handlers);
  }

  public Kind kind() {
    return kind;
  }

  EventLoopGroup group() {
    return group;
  }

  /** Stops the threads; listeners should be closed before. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
