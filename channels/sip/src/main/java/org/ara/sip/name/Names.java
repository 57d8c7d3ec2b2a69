package org.ara.sip.name;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of names. Methods block while a name server is asked, for ten seconds at most, and
 * are not to be called under a lock; what was asked before is answered at once for as long as it
 * holds. Safe for use by several threads.
 */
public final class Names implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long an address holds that comes from elsewhere than a name server. */
  private static final Duration SYSTEM = Duration.ofSeconds(30);

  private record Asked(
      Naming naming,
      NameServers servers,
      Remembered<InetAddress> addresses,
      Remembered<Service> services,
      Remembered<Pointer> pointers) {}

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1,
          Thread.ofPlatform().name("sip-names-", 0).daemon().factory(),
          NioIoHandler.newFactory());
  private volatile Asked asked;

  /** Names as these servers know them. */
  public Names(Naming naming) {
    this.asked = asked(naming);
  }

  private Asked asked(Naming naming) {
    NameServers servers = new NameServers(loop.next(), naming.servers());
    boolean system = naming.servers().isEmpty();
    return new Asked(
        naming,
        servers,
        new Remembered<>(name -> addresses(servers, name, system), System::nanoTime),
        new Remembered<>(name -> servers.ask(name, RecordReader.SERVICE), System::nanoTime),
        new Remembered<>(name -> servers.ask(name, RecordReader.POINTER), System::nanoTime));
  }

  /** Goes on with these settings; what is known is kept unless other servers are named. */
  public synchronized void use(Naming naming) {
    Asked before = asked;
    if (before.naming().servers().equals(naming.servers())) {
      asked =
          new Asked(
              naming, before.servers(), before.addresses(), before.services(), before.pointers());
    } else {
      asked = asked(naming);
      before.servers().close();
    }
  }

  /** How names are looked up now. */
  public Naming naming() {
    return asked.naming();
  }

  /** The addresses of a host, IPv4 before IPv6; a literal address is its own. */
  public Answer<InetAddress> addresses(String host) {
    InetAddress literal = literal(host);
    return literal == null
        ? await(asked.addresses().get(key(host)))
        : new Answer.Given<>(List.of(literal), SYSTEM);
  }

  /** The SRV records of a name such as {@code _sip._udp.example.com}. */
  public Answer<Service> services(String name) {
    return await(asked.services().get(key(name)));
  }

  /** The NAPTR records of a domain. */
  public Answer<Pointer> pointers(String domain) {
    return await(asked.pointers().get(key(domain)));
  }

  /** Whether a host is an address rather than a name. */
  public static boolean isLiteral(String host) {
    return literal(host) != null;
  }

  private static @Nullable InetAddress literal(String host) {
    return NetUtil.createInetAddressFromIpAddressString(host);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static CompletableFuture<Answer<InetAddress>> addresses(
      NameServers servers, String name, boolean system) {
    CompletableFuture<Answer<InetAddress>> both =
        servers
            .ask(name, RecordReader.IPV4)
            .thenCombine(servers.ask(name, RecordReader.IPV6), Names::both);
    return system
        ? both.thenCompose(
            answer ->
                answer.orNone().isEmpty()
                    ? ofSystem(name, answer)
                    : CompletableFuture.completedFuture(answer))
        : both;
  }

  private static Answer<InetAddress> both(Answer<InetAddress> four, Answer<InetAddress> six) {
    List<InetAddress> all = Stream.concat(four.orNone().stream(), six.orNone().stream()).toList();
    if (all.isEmpty()) {
      return four instanceof Answer.Missing ? four : six;
    }
    return new Answer.Given<>(
        all,
        Stream.of(four, six)
            .filter(answer -> !answer.orNone().isEmpty())
            .map(
                answer -> answer instanceof Answer.Given<InetAddress> given ? given.life() : SYSTEM)
            .min(Duration::compareTo)
            .orElse(SYSTEM));
  }

  /** Systems know names that no name server does, such as their own. */
  private static CompletableFuture<Answer<InetAddress>> ofSystem(
      String name, Answer<InetAddress> otherwise) {
    CompletableFuture<Answer<InetAddress>> found = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("sip-names-system")
        .start(
            () -> {
              try {
                found.complete(
                    new Answer.Given<>(Arrays.asList(InetAddress.getAllByName(name)), SYSTEM));
              } catch (UnknownHostException | RuntimeException e) {
                found.complete(otherwise);
              }
            });
    return found;
  }

  private static <T> Answer<T> await(CompletableFuture<Answer<T>> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Missing<>("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      return new Answer.Missing<>("no name server answered in time");
    }
  }

  @Override
  public void close() {
    asked.servers().close();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
  }
}
