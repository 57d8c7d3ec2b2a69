package org.ara.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.ara.sip.message.MessageParser;
import org.ara.sip.message.ParseResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection on its event loop: octets become messages, and time limits are kept. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter implements Intake.Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);
  private static final byte[] PONG = {'\r', '\n'};

  private final StreamTransport transport;
  private final Connection connection;
  private final StreamLimits limits;
  private final Incoming incoming;
  private final Intake intake;
  private final Hop from;
  private long active;
  private @Nullable ScheduledFuture<?> unfinished;

  ConnectionHandler(
      StreamTransport transport,
      Connection connection,
      StreamLimits limits,
      MessageParser parser,
      Incoming incoming) {
    this.transport = transport;
    this.connection = connection;
    this.limits = limits;
    this.incoming = incoming;
    this.from = new Hop(transport, connection.remote());
    this.intake =
        connection.protocol().framed()
            ? Intake.ofFrames(parser, this)
            : Intake.ofStream(parser, this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    active = System.nanoTime();
    if (!connection.isKnown()) {
      in(context, limits.proving().toNanos(), this::expectKnown);
    }
    in(context, limits.idle().toNanos(), () -> expectActivity(context));
  }

  private static ScheduledFuture<?> in(ChannelHandlerContext context, long nanos, Runnable check) {
    return context.executor().schedule(check, nanos, TimeUnit.NANOSECONDS);
  }

  private void expectKnown() {
    if (!connection.isKnown()) {
      connection.end(Ending.STRANGER, "");
    }
  }

  private void expectActivity(ChannelHandlerContext context) {
    if (context.isRemoved()) {
      return;
    }
    long left = limits.idle().toNanos() - (System.nanoTime() - active);
    if (left > 0) {
      ScheduledFuture<?> next = in(context, left, () -> expectActivity(context));
      LOG.trace("{} is looked at again in {}", connection, next);
    } else {
      connection.end(Ending.IDLE, "");
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf buffer = (ByteBuf) message;
    byte[] bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    buffer.release();
    active = System.nanoTime();
    if (connection.isOver()) {
      return;
    }
    if (!intake.feed(bytes)) {
      connection.end(Ending.UNREADABLE, "");
    }
    expectEnd(context);
  }

  /** Starts the clock when a message begins, and stops it when none is under way. */
  private void expectEnd(ChannelHandlerContext context) {
    Future<?> running = unfinished;
    if (!intake.isIncomplete()) {
      unfinished = null;
      if (running != null) {
        running.cancel(false);
      }
    } else if (running == null) {
      unfinished =
          in(
              context,
              limits.finishing().toNanos(),
              () ->
                  connection.end(Ending.UNFINISHED, "in " + limits.finishing().toSeconds() + " s"));
    }
  }

  @Override
  public void message(ParseResult result) {
    if (unfinished != null) {
      unfinished.cancel(false);
      unfinished = null;
    }
    try {
      incoming.take(result, from);
    } catch (RuntimeException e) {
      transport.counters().count(DropReason.INTERNAL);
      LOG.error("a message of {} failed by a fault of ours", from, e);
    }
  }

  @Override
  public void ping() {
    transport.counters().count(DropReason.KEEPALIVE);
    connection.send(PONG, () -> {}, failure -> {});
  }

  /** What is sent keeps a connection alive too. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    active = System.nanoTime();
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Future<?> running = unfinished;
    if (running != null) {
      running.cancel(false);
    }
    transport.closed(connection, intake.isIncomplete() ? Ending.CUT : Ending.LEFT);
    context.fireChannelInactive();
  }

  /** What goes wrong with a connection concerns nobody else. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (Reasons.isTls(cause)) {
      connection.end(Ending.HANDSHAKE, Reasons.of(cause));
    } else if (cause instanceof java.io.IOException) {
      connection.end(Ending.FAILED, Reasons.of(cause));
    } else {
      connection.end(Ending.HANDSHAKE, Reasons.of(cause));
    }
  }
}
