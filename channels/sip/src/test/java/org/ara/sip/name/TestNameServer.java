package org.ara.sip.name;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server of a test's own, on a port of 127.0.0.1: a zone, and faults on demand. */
public final class TestNameServer implements AutoCloseable {

  private record Zone(int life, List<byte[]> records) {}

  private final Map<String, Zone> zones = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel channel;
  private volatile boolean silent;
  private volatile DnsResponseCode fault = DnsResponseCode.NOERROR;

  public TestNameServer() {
    channel =
        new Bootstrap()
            .group(loop)
            .channel(NioDatagramChannel.class)
            .handler(
                new ChannelInitializer<NioDatagramChannel>() {
                  @Override
                  protected void initChannel(NioDatagramChannel fresh) {
                    fresh
                        .pipeline()
                        .addLast(
                            new DatagramDnsQueryDecoder(),
                            new DatagramDnsResponseEncoder(),
                            new Answering());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  /** The line of a configuration that names it. */
  public String option() {
    return "nameserver=127.0.0.1:" + address().getPort() + "\n";
  }

  /** Has a name stand for these records, for so many seconds, instead of those before. */
  public TestNameServer set(String name, DnsRecordType type, int life, byte[]... records) {
    zones.put(name + ". " + type.name(), new Zone(life, List.of(records)));
    return this;
  }

  /** Has an address record, for long. */
  public TestNameServer host(String name, String... addresses) {
    byte[][] records = new byte[addresses.length][];
    for (int i = 0; i < addresses.length; i++) {
      records[i] = address(addresses[i]);
    }
    return set(name, DnsRecordType.A, 3600, records);
  }

  public void silent(boolean now) {
    silent = now;
  }

  public void fault(DnsResponseCode code) {
    fault = code;
  }

  /** How often somebody asked for such a record of a name. */
  public long asked(String name, DnsRecordType type) {
    return asked.stream().filter((name + ". " + type.name())::equals).count();
  }

  public static byte[] address(String literal) {
    return InetAddress.ofLiteral(literal).getAddress();
  }

  public static byte[] service(int priority, int weight, int port, String target) {
    return data(
        out -> {
          out.writeShort(priority);
          out.writeShort(weight);
          out.writeShort(port);
          name(out, target);
        });
  }

  public static byte[] pointer(
      int order, int preference, String flags, String service, String replacement) {
    return data(
        out -> {
          out.writeShort(order);
          out.writeShort(preference);
          for (String text : List.of(flags, service, "")) {
            out.writeByte(text.length());
            out.writeBytes(text);
          }
          name(out, replacement);
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] data(Writing writing) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(octets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  private static void name(DataOutputStream out, String name) throws IOException {
    if (!name.equals(".")) {
      for (String label : name.split("[.]")) {
        out.writeByte(label.length());
        out.write(label.getBytes(StandardCharsets.US_ASCII));
      }
    }
    out.writeByte(0);
  }

  private final class Answering extends SimpleChannelInboundHandler<DatagramDnsQuery> {

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramDnsQuery query) {
      DnsQuestion question = query.recordAt(DnsSection.QUESTION);
      String key = question.name() + " " + question.type().name();
      asked.add(key);
      if (silent) {
        return;
      }
      DatagramDnsResponse response =
          new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
      response.setRecursionAvailable(true);
      response.addRecord(DnsSection.QUESTION, question);
      Zone zone = zones.get(key);
      if (!fault.equals(DnsResponseCode.NOERROR)) {
        response.setCode(fault);
      } else if (zone == null) {
        boolean known =
            zones.keySet().stream().anyMatch(other -> other.startsWith(question.name() + " "));
        response.setCode(known ? DnsResponseCode.NOERROR : DnsResponseCode.NXDOMAIN);
      } else {
        for (byte[] record : zone.records()) {
          response.addRecord(
              DnsSection.ANSWER,
              new DefaultDnsRawRecord(
                  question.name(), question.type(), zone.life(), Unpooled.wrappedBuffer(record)));
        }
      }
      context.writeAndFlush(response);
    }
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    loop.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
  }
}
