package org.ara.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One SIP message in each WebSocket message (RFC 7118 section 5): text, unless it is no UTF-8. */
final class WebSocketMessages extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {

  WebSocketMessages() {
    super(WebSocketFrame.class, ByteBuf.class);
  }

  @Override
  protected void encode(ChannelHandlerContext context, ByteBuf message, List<Object> out) {
    boolean text = ByteBufUtil.isText(message, StandardCharsets.UTF_8);
    ByteBuf content = message.retain();
    out.add(text ? new TextWebSocketFrame(content) : new BinaryWebSocketFrame(content));
  }

  @Override
  protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> out) {
    if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
      out.add(frame.content().retain());
    }
  }
}
