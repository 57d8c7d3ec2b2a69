package org.ara.server.phone;

import gov.nist.javax.sip.SipStackExt;
import gov.nist.javax.sip.clientauthutils.AccountManager;
import gov.nist.javax.sip.clientauthutils.AuthenticationHelper;
import gov.nist.javax.sip.clientauthutils.UserCredentials;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A telephone on somebody else's SIP stack, JAIN-SIP's reference implementation: what it accepts
 * and what it sends was not written by us.
 */
public final class JainSipPhone implements SipListener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final String user;
  private final String password;
  private final InetSocketAddress server;
  private final SipStack stack;
  private final SipProvider provider;
  private final AddressFactory addresses;
  private final HeaderFactory headers;
  private final MessageFactory messages;
  private final AuthenticationHelper authentication;
  private final BlockingQueue<JainCall> incoming = new LinkedBlockingQueue<>();
  private final BlockingQueue<Response> registrations = new LinkedBlockingQueue<>();

  public JainSipPhone(String user, String password, InetSocketAddress server) throws Exception {
    this.user = user;
    this.password = password;
    this.server = server;
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    this.stack = factory.createSipStack(properties(user));
    this.addresses = factory.createAddressFactory();
    this.headers = factory.createHeaderFactory();
    this.messages = factory.createMessageFactory();
    ListeningPoint point = stack.createListeningPoint("127.0.0.1", freePort(), "udp");
    this.provider = stack.createSipProvider(point);
    provider.addSipListener(this);
    AccountManager accounts = (challenged, realm) -> new Credentials(user, realm, password);
    this.authentication = ((SipStackExt) stack).getAuthenticationHelper(accounts, headers);
  }

  private static Properties properties(String user) {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", "jain." + user + System.nanoTime());
    properties.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "NONE");
    properties.setProperty(
        "gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY",
        "gov.nist.javax.sip.stack.NioMessageProcessorFactory");
    return properties;
  }

  private static int freePort() throws java.net.SocketException {
    try (java.net.DatagramSocket socket =
        new java.net.DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      return socket.getLocalPort();
    }
  }

  /** Registers for that many seconds; the status of the final response. */
  public int register(int seconds) throws Exception {
    Request request = request(Request.REGISTER, addresses.createSipURI(null, host()), self());
    request.addHeader(headers.createContactHeader(contact()));
    request.addHeader(headers.createExpiresHeader(seconds));
    ClientTransaction transaction = provider.getNewClientTransaction(request);
    transaction.sendRequest();
    return poll(registrations, "an answer to REGISTER").getStatusCode();
  }

  /** Calls a number and returns at once. */
  public JainCall call(String number) throws Exception {
    SipURI uri = addresses.createSipURI(number, host());
    Request request = request(Request.INVITE, uri, addresses.createAddress(uri));
    request.addHeader(headers.createContactHeader(contact()));
    JainCall call = new JainCall(this);
    request.setContent(call.offer(), headers.createContentTypeHeader("application", "sdp"));
    ClientTransaction transaction = provider.getNewClientTransaction(request);
    transaction.setApplicationData(call);
    call.placed(transaction);
    transaction.sendRequest();
    return call;
  }

  /** Waits for a call to this phone. */
  public JainCall awaitCall() throws InterruptedException {
    return poll(incoming, "a call");
  }

  static <T> T poll(BlockingQueue<T> queue, String what) throws InterruptedException {
    T thing = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (thing == null) {
      throw new AssertionError("waited " + PATIENCE_SECONDS + " s in vain for " + what);
    }
    return thing;
  }

  SipProvider provider() {
    return provider;
  }

  HeaderFactory headers() {
    return headers;
  }

  MessageFactory messages() {
    return messages;
  }

  Address contact() throws Exception {
    SipURI uri = addresses.createSipURI(user, "127.0.0.1");
    uri.setPort(provider.getListeningPoint("udp").getPort());
    return addresses.createAddress(uri);
  }

  private String host() {
    return server.getAddress().getHostAddress() + ":" + server.getPort();
  }

  private Address self() throws Exception {
    return addresses.createAddress(addresses.createSipURI(user, host()));
  }

  private Request request(String method, SipURI uri, Address to) throws Exception {
    List<ViaHeader> via = new ArrayList<>();
    int port = provider.getListeningPoint("udp").getPort();
    via.add(headers.createViaHeader("127.0.0.1", port, "udp", null));
    String tag = Long.toHexString(System.nanoTime());
    CSeqHeader cseq = headers.createCSeqHeader(1L, method);
    return messages.createRequest(
        uri,
        method,
        provider.getNewCallId(),
        cseq,
        headers.createFromHeader(self(), tag),
        headers.createToHeader(to, null),
        via,
        headers.createMaxForwardsHeader(70));
  }

  @Override
  public void processResponse(ResponseEvent event) {
    ClientTransaction transaction = event.getClientTransaction();
    Response response = event.getResponse();
    if (transaction == null) {
      return; // A retransmission of an answer that was taken already.
    }
    try {
      int status = response.getStatusCode();
      @Nullable JainCall call = (JainCall) transaction.getApplicationData();
      if ((status == 401 || status == 407) && !isAnswer(transaction.getRequest())) {
        ClientTransaction second =
            authentication.handleChallenge(response, transaction, provider, 5);
        second.setApplicationData(call);
        if (call != null) {
          call.placed(second);
        }
        second.sendRequest();
      } else if (call != null) {
        call.response(event);
      } else if (status >= 200) {
        registrations.add(response);
      }
    } catch (SipException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isAnswer(Request request) {
    return request.getHeader("Authorization") != null
        || request.getHeader("Proxy-Authorization") != null;
  }

  @Override
  public void processRequest(RequestEvent event) {
    try {
      Request request = event.getRequest();
      ServerTransaction transaction = event.getServerTransaction();
      switch (request.getMethod()) {
        case Request.INVITE -> {
          ServerTransaction fresh =
              transaction == null ? provider.getNewServerTransaction(request) : transaction;
          JainCall call = new JainCall(this);
          fresh.getDialog().setApplicationData(call);
          call.invited(fresh);
          incoming.add(call);
        }
        case Request.BYE -> {
          transaction.sendResponse(messages.createResponse(200, request));
          ((JainCall) transaction.getDialog().getApplicationData()).hungUp();
        }
        case Request.ACK -> {}
        case Request.CANCEL -> {
          transaction.sendResponse(messages.createResponse(200, request));
          ((JainCall) event.getDialog().getApplicationData()).cancelled();
        }
        default -> {
          ServerTransaction fresh =
              transaction == null ? provider.getNewServerTransaction(request) : transaction;
          fresh.sendResponse(messages.createResponse(200, request));
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {}

  @Override
  public void processIOException(IOExceptionEvent event) {}

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  @Override
  public void close() {
    stack.stop();
  }

  /** The user's secret for whatever realm asks. */
  private record Credentials(String getUserName, String realm, String getPassword)
      implements UserCredentials {

    @Override
    public String getUserName() {
      return getUserName;
    }

    @Override
    public String getPassword() {
      return getPassword;
    }

    @Override
    public String getSipDomain() {
      return realm;
    }
  }
}
