package org.ara.testkit.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {

  private ServerSocket echo;
  private FaultyProxy proxy;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    proxy = new FaultyProxy("127.0.0.1", echo.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void bytesPassInBothDirections() throws IOException {
    try (Socket client = connect()) {
      assertThat(roundTrip(client, 7)).isEqualTo(7);
    }
    assertThat(proxy.accepted()).isEqualTo(1);
    await().until(() -> proxy.open() == 0);
  }

  @Test
  void aHangingProxyDeliversNothingAndThenEverything() throws IOException {
    try (Socket client = connect()) {
      roundTrip(client, 1);
      proxy.hang();
      client.setSoTimeout(200);
      assertThatThrownBy(() -> roundTrip(client, 2)).isInstanceOf(SocketTimeoutException.class);

      proxy.pass();
      client.setSoTimeout(10_000);
      assertThat(client.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void aCutConnectionIsResetAndANewOneIsTaken() throws IOException {
    try (Socket client = connect()) {
      roundTrip(client, 1);
      proxy.cut();
      assertThatThrownBy(() -> roundTrip(client, 2)).isInstanceOf(SocketException.class);
    }
    try (Socket client = connect()) {
      assertThat(roundTrip(client, 3)).isEqualTo(3);
    }
  }

  @Test
  void aRefusingProxyIsNotThereUntilItPassesAgain() throws IOException {
    proxy.refuse();
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

    proxy.pass();
    try (Socket client = connect()) {
      assertThat(roundTrip(client, 4)).isEqualTo(4);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static int roundTrip(Socket client, int value) throws IOException {
    client.getOutputStream().write(value);
    int answer = client.getInputStream().read();
    if (answer < 0) {
      throw new SocketException("closed");
    }
    return answer;
  }

  private void serve() {
    try {
      while (true) {
        Socket client = echo.accept();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (client) {
                    client.getInputStream().transferTo(client.getOutputStream());
                  } catch (IOException e) {
                    // The proxy cut it: what the test wants.
                  }
                });
      }
    } catch (IOException e) {
      // The test is over.
    }
  }
}
