package org.ara.sip.name;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the data of one kind of record.
 *
 * @param type of the record
 * @param form how its data is laid out
 */
record RecordReader<T>(DnsRecordType type, Form<T> form) {

  private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

  static final RecordReader<InetAddress> IPV4 =
      new RecordReader<>(DnsRecordType.A, data -> address(data, 4));
  static final RecordReader<InetAddress> IPV6 =
      new RecordReader<>(DnsRecordType.AAAA, data -> address(data, 16));
  static final RecordReader<Service> SERVICE =
      new RecordReader<>(DnsRecordType.SRV, RecordReader::service);
  static final RecordReader<Pointer> POINTER =
      new RecordReader<>(DnsRecordType.NAPTR, RecordReader::pointer);

  /** How data is read; null or an exception if it is not like that. */
  interface Form<T> {
    @Nullable T read(ByteBuf data) throws UnknownHostException;
  }

  /** What a record says; empty if it is of another kind, or broken. */
  Optional<T> read(DnsRecord found) {
    if (!(found instanceof DnsRawRecord raw) || !type.equals(found.type())) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(form.read(raw.content().duplicate()));
    } catch (RuntimeException | UnknownHostException e) {
      LOG.debug("a {} record of '{}' is broken: {}", type.name(), found.name(), e.toString());
      return Optional.empty();
    }
  }

  private static @Nullable InetAddress address(ByteBuf data, int length)
      throws UnknownHostException {
    if (data.readableBytes() != length) {
      return null;
    }
    byte[] octets = new byte[length];
    data.readBytes(octets);
    return InetAddress.getByAddress(octets);
  }

  private static Service service(ByteBuf data) {
    return new Service(
        data.readUnsignedShort(), data.readUnsignedShort(), data.readUnsignedShort(), name(data));
  }

  private static Pointer pointer(ByteBuf data) {
    int order = data.readUnsignedShort();
    int preference = data.readUnsignedShort();
    String flags = text(data);
    String service = text(data);
    text(data); // a rule for rewriting, which records about SIP servers have none of
    return new Pointer(order, preference, flags, service, name(data));
  }

  private static String text(ByteBuf data) {
    int length = data.readUnsignedByte();
    return data.readCharSequence(length, StandardCharsets.US_ASCII).toString();
  }

  /** A name without the dot at its end; the root keeps it. */
  private static String name(ByteBuf data) {
    String name = DefaultDnsRecordDecoder.decodeName(data);
    return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
