package org.ara.bench.call;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ara.bench.AraServer;
import org.ara.bench.Options;
import org.ara.bench.Scenario;
import org.ara.bench.Scratch;

/** Relays the media of many calls, and in turns sends the same packets with nothing between. */
public final class RtpScenario implements Scenario {

  private static final int STARTUP_MILLIS = 30_000;
  private static final int WARM_UP_SECONDS = 5;

  @Override
  public String summary() {
    return "G.711 calls relayed, beside the same packets sent directly [--calls N] [--seconds N]"
        + " [--rounds N]";
  }

  @Override
  public void run(Options options, PrintStream out) throws Exception {
    options.only(Set.of("calls", "seconds", "rounds"));
    int calls = options.get("calls", 500);
    int seconds = options.get("seconds", 10);
    int rounds = options.get("rounds", 3);
    try (Scratch scratch = Scratch.create();
        Wire caller = new Wire();
        Wire callee = new Wire();
        AraServer server = start(scratch.path(), caller.port(), callee.port());
        Streams streams = new Streams()) {
      awaitAnswer(server, caller);
      Exchanges exchanges = new Exchanges(server.address(), caller, callee);
      for (int i = 0; i < calls; i++) {
        exchanges.connect(streams.callerPort(i), streams.calleePort(i));
      }
      measure(server, streams, exchanges.talks(), seconds, rounds, out);
    }
  }

  private static AraServer start(Path home, int caller, int callee) throws IOException {
    InetSocketAddress address = AraServer.freeAddress();
    String sip =
        "[general]\nudpbindaddr = 127.0.0.1:"
            + address.getPort()
            + "\ndirectmedia = no\n[a]\ntype = friend\ninsecure = port,invite\nhost = 127.0.0.1\nport = "
            + caller
            + "\n[b]\ntype = friend\nhost = 127.0.0.1\nport = "
            + callee
            + "\n";
    return AraServer.start(
        home,
        address,
        Map.of(
            "sip.conf",
            sip,
            "extensions.conf",
            "[default]\nexten => _5.,1,Dial(SIP/${EXTEN}@b)\n"));
  }

  private static void awaitAnswer(AraServer server, Wire wire) throws IOException {
    Script script = new Script(server.address(), wire.port(), "up");
    long end = System.nanoTime() + STARTUP_MILLIS * 1_000_000L;
    while (System.nanoTime() - end < 0 && server.process().isAlive()) {
      script.begin("a", "", "nobody");
      wire.send(script.invite(1, "", 4000).replaceAll("\\bINVITE\\b", "OPTIONS"), server.address());
      if (wire.receive(300) != null) {
        return;
      }
    }
    throw new IOException("Ara does not answer; its log is in its directory");
  }

  private static void measure(
      AraServer server, Streams streams, List<Talk> talks, int seconds, int rounds, PrintStream out)
      throws Exception {
    int calls = talks.size();
    streams.talk(calls, talks::get, WARM_UP_SECONDS);
    streams.talk(calls, streams::direct, WARM_UP_SECONDS);
    List<Streams.Result> direct = new ArrayList<>();
    List<Streams.Result> relayed = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      direct.add(streams.talk(calls, streams::direct, seconds));
      long before = server.cpuMicros();
      Streams.Result result = streams.talk(calls, talks::get, seconds);
      cpu.add((double) (server.cpuMicros() - before) / result.sent());
      relayed.add(result);
    }
    out.println(
        String.format(
            Locale.ROOT,
            "%d calls, %d packets/s, rounds of %d s in turns, medians by p99, %d processors for all",
            calls,
            100 * calls,
            seconds,
            Runtime.getRuntime().availableProcessors()));
    out.println("              p50 ms    p99 ms  p99.9 ms  worst ms     lost  CPU us/packet");
    double without = print("direct", direct, 0, out);
    cpu.sort(Comparator.naturalOrder());
    double with = print("relayed", relayed, cpu.get(cpu.size() / 2), out);
    out.println(String.format(Locale.ROOT, "%-10s %19.2f", "added", with - without));
  }

  private static double print(
      String name, List<Streams.Result> rounds, double cpu, PrintStream out) {
    List<Streams.Result> sorted = new ArrayList<>(rounds);
    sorted.sort(Comparator.comparingDouble(r -> r.took().millis(99)));
    Latencies middle = sorted.get(sorted.size() / 2).took();
    out.println(
        String.format(
            Locale.ROOT,
            "%-10s %9.2f %9.2f %9.2f %9.1f %8d %14s",
            name,
            middle.millis(50),
            middle.millis(99),
            middle.millis(99.9),
            middle.worstMillis(),
            rounds.stream().mapToLong(Streams.Result::lost).sum(),
            cpu == 0 ? "" : String.format(Locale.ROOT, "%.1f", cpu)));
    return middle.millis(99);
  }
}
