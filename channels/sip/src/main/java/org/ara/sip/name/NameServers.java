package org.ara.sip.name;

import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsErrorCauseException;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * Asks name servers, without waiting: each question twice if need be, over TCP where an answer is
 * too long for a datagram. Names in the hosts file are known without asking.
 */
final class NameServers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int TRIES = 2;

  /** How long it holds that there is nothing (RFC 2308 section 5 allows hours). */
  private static final Duration NOTHING = Duration.ofSeconds(30);

  private static final int LONGEST_SECONDS = 86_400;

  private final EventLoop loop;
  private final DnsNameResolver resolver;

  /**
   * Name servers.
   *
   * @param loop the thread on which they are asked
   * @param servers asked in this order; those of the system where empty
   */
  NameServers(EventLoop loop, List<InetSocketAddress> servers) {
    this.loop = loop;
    DnsNameResolverBuilder builder =
        new DnsNameResolverBuilder(loop)
            .datagramChannelType(NioDatagramChannel.class)
            .socketChannelType(NioSocketChannel.class)
            .resolveCache(NoopDnsCache.INSTANCE)
            .queryTimeoutMillis(PATIENCE.toMillis());
    this.resolver =
        servers.isEmpty()
            ? builder.build()
            : builder
                .nameServerProvider(new SequentialDnsServerAddressStreamProvider(servers))
                .build();
  }

  /** Asks for records of one kind. */
  <T> CompletableFuture<Answer<T>> ask(String name, RecordReader<T> reader) {
    CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
    try {
      loop.execute(() -> ask(name, reader, 1, answer));
    } catch (RejectedExecutionException e) {
      answer.complete(new Answer.Missing<>("this server ends"));
    }
    return answer;
  }

  private <T> void ask(
      String name, RecordReader<T> reader, int number, CompletableFuture<Answer<T>> answer) {
    try {
      resolver
          .resolveAll(new DefaultDnsQuestion(absolute(name), reader.type()))
          .addListener(
              (Future<List<DnsRecord>> found) -> {
                if (found.isSuccess()) {
                  answer.complete(read(found.getNow(), reader));
                } else if (isNothing(found.cause())) {
                  answer.complete(new Answer.Given<>(List.of(), NOTHING));
                } else if (number < TRIES) {
                  ask(name, reader, number + 1, answer);
                } else {
                  answer.complete(new Answer.Missing<>(said(found.cause())));
                }
              });
    } catch (RuntimeException unusable) {
      answer.complete(new Answer.Given<>(List.of(), NOTHING)); // a name that cannot be one
    }
  }

  /** A name with a dot is whole; one word is looked for where the system looks. */
  private static String absolute(String name) {
    return name.indexOf('.') > 0 && !name.endsWith(".") ? name + '.' : name;
  }

  private static <T> Answer<T> read(List<DnsRecord> found, RecordReader<T> reader) {
    List<T> records = new ArrayList<>();
    long life = LONGEST_SECONDS;
    for (DnsRecord one : found) {
      Optional<T> known = reader.read(one);
      if (known.isPresent()) {
        records.add(known.get());
        life = Math.min(life, one.timeToLive());
      }
      ReferenceCountUtil.release(one);
    }
    return new Answer.Given<>(
        records, records.isEmpty() ? NOTHING : Duration.ofSeconds(Math.max(life, 1)));
  }

  private static boolean isNothing(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DnsErrorCauseException said) {
        return said.getCode().equals(DnsResponseCode.NXDOMAIN);
      }
    }
    return false;
  }

  private static String said(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  @Override
  public void close() {
    resolver.close();
  }
}
