package org.ara.sip;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket as browsers have it, made by the JDK's client. */
final class WebSocketLine implements RawLine, WebSocket.Listener {

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private final String protocol;

  WebSocketLine(HttpClient client, String uri) {
    protocol = uri.startsWith("wss") ? "WSS" : "WS";
    socket =
        client.newWebSocketBuilder().subprotocols("sip").buildAsync(URI.create(uri), this).join();
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public String protocol() {
    return protocol;
  }

  /** Browsers have none. */
  @Override
  public int port() {
    return 1;
  }

  @Override
  public void send(byte[] message) {
    socket.sendText(new String(message, StandardCharsets.UTF_8), true).join();
  }

  /** Sends a message in two frames. */
  void sendInPieces(String message) {
    int half = message.length() / 2;
    socket.sendText(message.substring(0, half), false).join();
    socket.sendText(message.substring(half), true).join();
  }

  @Override
  public byte[] receive() {
    try {
      String message = messages.poll(PATIENCE, TimeUnit.MILLISECONDS);
      if (message == null) {
        throw new IllegalStateException("nothing came over the WebSocket");
      }
      return message.getBytes(StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
