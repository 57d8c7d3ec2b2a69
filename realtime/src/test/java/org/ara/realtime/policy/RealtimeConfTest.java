package org.ara.realtime.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ara.config.LoadResult;
import org.ara.config.Problem;
import org.ara.config.file.FileConfigSource;
import org.ara.config.option.ReferencePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealtimeConfTest {

  @TempDir Path etc;

  @Test
  void withoutAFileEverythingIsAskedEveryTimeAndTheNextMappingFollows() {
    FamilyPolicy policy = RealtimeConf.none().of("sippeers");

    assertThat(policy.cache()).isEqualTo(CacheMode.NONE);
    assertThat(policy.onOutage()).isEqualTo(OnOutage.NEXT);
    assertThat(policy.deadline()).isZero();
    assertThat(policy.keeps()).isFalse();
  }

  @Test
  void aFamilyHasWhatItsSectionSaysAndElseWhatGeneralSays() throws IOException {
    RealtimeConf conf =
        read(
            "[sippeers]",
            "cache = feed",
            "max_bytes = 2g",
            "snapshot = yes",
            "[general]",
            "on_outage = stale",
            "max_stale = 0",
            "deadline = 500",
            "[Extensions]",
            "cache = ttl",
            "ttl = 5",
            "on_outage = fail");

    assertThat(conf.problems()).isEmpty();
    FamilyPolicy peers = conf.of("SipPeers");
    assertThat(peers.cache()).isEqualTo(CacheMode.FEED);
    assertThat(peers.maxBytes()).isEqualTo(2L << 30);
    assertThat(peers.snapshot()).isTrue();
    assertThat(peers.deadline()).isEqualTo(Duration.ofMillis(500));
    assertThat(peers.allowsStale(Long.MAX_VALUE)).isTrue();
    FamilyPolicy extensions = conf.of("extensions");
    assertThat(extensions.ttl()).isEqualTo(Duration.ofSeconds(5));
    assertThat(extensions.onOutage()).isEqualTo(OnOutage.FAIL);
    assertThat(extensions.allowsStale(0)).isFalse();
    assertThat(conf.of("queues").onOutage()).isEqualTo(OnOutage.STALE);
    assertThat(conf.of("queues").cache()).isEqualTo(CacheMode.NONE);
    assertThat(conf.of("queues").keeps()).isTrue();
  }

  @Test
  void aCopyMayBeAsOldAsItSays() throws IOException {
    FamilyPolicy policy = read("[general]", "on_outage=stale", "max_stale=2").of("x");

    assertThat(policy.allowsStale(2000)).isTrue();
    assertThat(policy.allowsStale(2001)).isFalse();
  }

  @Test
  void whatCannotBeMeantIsSaidWithItsLine() throws IOException {
    RealtimeConf conf =
        read(
            "[general]",
            "cache = maybe",
            "max_bytes = 12",
            "tll = 5",
            "[queues]",
            "snapshot = yes",
            "[queues]",
            "cache = ttl");

    assertThat(conf.problems())
        .map(Problem::toString)
        .containsExactly(
            "realtime.conf:2: [general] cache: 'maybe' is not one of none, ttl, feed; none holds",
            "realtime.conf:3: [general] max_bytes: '12' is not a number of bytes from 1m to 1024g,"
                + " written 64m, 2g or in full; 64m holds",
            "realtime.conf:4: [general] tll: unknown option, ignored; did you mean 'ttl'?",
            "realtime.conf:5: [queues] snapshot: is of use with on_outage = stale only; nothing is"
                + " kept on disk",
            "realtime.conf:7: [queues] stands here again; this one holds");
    assertThat(conf.of("queues").snapshot()).isFalse();
    assertThat(conf.of("queues").cache()).isEqualTo(CacheMode.TTL);
  }

  @Test
  void theDocumentationListsTheOptions() throws IOException {
    assertThat(Files.readString(Path.of("../docs/realtime.md")))
        .contains(ReferencePage.markdown(RealtimeOptions.TABLE));
  }

  private RealtimeConf read(String... lines) throws IOException {
    Files.write(etc.resolve(RealtimeConf.FILE), List.of(lines));
    LoadResult result = new FileConfigSource(etc).load(RealtimeConf.FILE);
    return RealtimeConf.of(((LoadResult.Loaded) result).configuration());
  }
}
