package org.ara.sip.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lets through what asks for a WebSocket with SIP in it, and refuses any other HTTP request. */
final class WebSocketGate extends ChannelInboundHandlerAdapter {

  static final String PATH = "/ws";
  static final String SUBPROTOCOL = "sip";

  private final Connection connection;

  WebSocketGate(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof FullHttpRequest request)) {
      context.fireChannelRead(message);
    } else if (!request.uri().split("\\?", 2)[0].equals(PATH)) {
      refuse(context, request, HttpResponseStatus.NOT_FOUND, "SIP is at " + PATH);
    } else if (!request
        .headers()
        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
      refuse(context, request, HttpResponseStatus.UPGRADE_REQUIRED, "this is for WebSockets");
    } else if (!asksForSip(request)) {
      refuse(
          context, request, HttpResponseStatus.BAD_REQUEST, "Sec-WebSocket-Protocol must name sip");
    } else {
      context.pipeline().remove(this);
      context.fireChannelRead(request);
    }
  }

  private static boolean asksForSip(FullHttpRequest request) {
    return request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .anyMatch(name -> name.strip().equalsIgnoreCase(SUBPROTOCOL));
  }

  private void refuse(
      ChannelHandlerContext context,
      FullHttpRequest request,
      HttpResponseStatus status,
      String why) {
    request.release();
    byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(text));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/plain")
        .set(HttpHeaderNames.CONTENT_LENGTH, text.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context
        .writeAndFlush(response)
        .addListener(done -> connection.end(Ending.HANDSHAKE, why))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
