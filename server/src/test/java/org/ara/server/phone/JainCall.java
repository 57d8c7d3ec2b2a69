package org.ara.server.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.ara.testkit.audio.G711;
import org.ara.testkit.audio.Tone;
import org.ara.testkit.rtp.RtpEndpoint;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A call of a {@link JainSipPhone}, in either direction. */
public final class JainCall {

  private static final Pattern AUDIO = Pattern.compile("m=audio (\\d+) ");

  private final JainSipPhone phone;
  private final RtpEndpoint media =
      RtpEndpoint.open(InetAddress.getLoopbackAddress(), 101, () -> {});
  private final BlockingQueue<Integer> outcome = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable ClientTransaction outgoing;
  private volatile @Nullable ServerTransaction incoming;
  private volatile @Nullable Dialog dialog;

  JainCall(JainSipPhone phone) {
    this.phone = phone;
  }

  byte[] offer() {
    String text =
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio %d RTP/AVP 0 8
        """
            .formatted(media.port());
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  void placed(ClientTransaction transaction) {
    outgoing = transaction;
  }

  void invited(ServerTransaction transaction) {
    incoming = transaction;
    dialog = transaction.getDialog();
  }

  void response(ResponseEvent event) throws SipException {
    Response response = event.getResponse();
    CSeqHeader cseq = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
    if (response.getStatusCode() < 200 || !cseq.getMethod().equals(Request.INVITE)) {
      return;
    }
    if (response.getStatusCode() < 300) {
      Dialog established = event.getDialog();
      dialog = established;
      try {
        established.sendAck(established.createAck(cseq.getSeqNumber()));
      } catch (javax.sip.InvalidArgumentException e) {
        throw new SipException("ACK", e);
      }
      direct(response);
    }
    outcome.add(response.getStatusCode());
  }

  private void direct(Message message) {
    String body = new String(message.getRawContent(), StandardCharsets.US_ASCII);
    Matcher matcher = AUDIO.matcher(body);
    if (!matcher.find()) {
      throw new AssertionError("no audio in " + body);
    }
    int port = Integer.parseInt(matcher.group(1));
    media.direct(new InetSocketAddress("127.0.0.1", port), G711.PCMU, 101);
  }

  /** Answers: 180, then 200. */
  public JainCall answer() throws Exception {
    ServerTransaction transaction = incoming;
    if (transaction == null) {
      throw new AssertionError("this call was made, not received");
    }
    Request request = transaction.getRequest();
    direct(request);
    transaction.sendResponse(response(180, request));
    Response ok = response(200, request);
    ok.setContent(offer(), phone.headers().createContentTypeHeader("application", "sdp"));
    transaction.sendResponse(ok);
    return this;
  }

  private Response response(int status, Request request) throws Exception {
    Response response = phone.messages().createResponse(status, request);
    response.addHeader(phone.headers().createContactHeader(phone.contact()));
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    to.setTag("j" + System.identityHashCode(this));
    return response;
  }

  /** Waits for the final status of the INVITE. */
  public int awaitOutcome() throws InterruptedException {
    return JainSipPhone.poll(outcome, "the final answer to the INVITE");
  }

  public JainCall say(Tone tone) {
    media.play(tone);
    return this;
  }

  public void awaitTone(Tone tone) {
    Awaitility.await(tone + " at the JAIN-SIP phone")
        .atMost(10, TimeUnit.SECONDS)
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(() -> media.heard().isNow(tone));
  }

  public void hangUp() throws Exception {
    Dialog talking = dialog;
    if (talking == null) {
      throw new AssertionError("there is no dialog to end");
    }
    talking.sendRequest(
        phone.provider().getNewClientTransaction(talking.createRequest(Request.BYE)));
    hungUp();
  }

  public void cancel() throws Exception {
    ClientTransaction invite = outgoing;
    if (invite == null) {
      throw new AssertionError("this call was received, not made");
    }
    phone.provider().getNewClientTransaction(invite.createCancel()).sendRequest();
  }

  void hungUp() {
    media.close();
    ended.countDown();
  }

  void cancelled() throws Exception {
    ServerTransaction transaction = incoming;
    if (transaction != null) {
      transaction.sendResponse(response(487, transaction.getRequest()));
    }
    hungUp();
  }

  public void awaitHangUp() throws InterruptedException {
    if (!ended.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("waited 10 s in vain for the other side to hang up");
    }
  }
}
