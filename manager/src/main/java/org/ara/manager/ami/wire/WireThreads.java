package org.ara.manager.ami.wire;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.TimeUnit;

/** The thread that moves the bytes of all connections. */
public final class WireThreads implements AutoCloseable {

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, Thread.ofPlatform().name("manager-", 0).daemon().factory(), NioIoHandler.newFactory());

  EventLoopGroup group() {
    return group;
  }

  /** Stops; connections should be closed before. */
  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
