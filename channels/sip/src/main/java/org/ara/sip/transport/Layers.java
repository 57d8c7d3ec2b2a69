package org.ara.sip.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslHandler;
import java.util.function.Supplier;
import org.ara.sip.message.ParseLimits;

/** What stands between a socket and its messages: TLS, WebSocket, both or nothing. */
final class Layers {

  private static final int HTTP_REQUEST = 8_192;
  private static final int MESSAGE = ParseLimits.DEFAULTS.messageBytes();

  private Layers() {}

  /**
   * Prepares a connection that came in.
   *
   * @param tls what this server shows, for protocols that are secure
   */
  static void accept(Channel channel, Connection connection, Supplier<TlsContexts> tls) {
    ChannelPipeline pipeline = channel.pipeline();
    if (connection.protocol().secure()) {
      pipeline.addLast(tls.get().server().newHandler(channel.alloc()));
    }
    if (connection.protocol().framed()) {
      pipeline
          .addLast(new HttpServerCodec())
          .addLast(new HttpObjectAggregator(HTTP_REQUEST))
          .addLast(new WebSocketGate(connection))
          .addLast(
              new WebSocketServerProtocolHandler(
                  WebSocketServerProtocolConfig.newBuilder()
                      .websocketPath(WebSocketGate.PATH)
                      .subprotocols(WebSocketGate.SUBPROTOCOL)
                      .checkStartsWith(true)
                      .maxFramePayloadLength(MESSAGE)
                      .build()))
          .addLast(new WebSocketFrameAggregator(MESSAGE))
          .addLast(new WebSocketMessages());
    }
  }

  /** Prepares a connection of ours. */
  static void connect(Channel channel, Connection connection, Supplier<TlsContexts> tls) {
    if (connection.protocol().secure()) {
      String host = connection.remote().getHostString();
      SslHandler handler =
          tls.get().client().newHandler(channel.alloc(), host, connection.remote().getPort());
      channel.pipeline().addLast(handler);
    }
  }
}
