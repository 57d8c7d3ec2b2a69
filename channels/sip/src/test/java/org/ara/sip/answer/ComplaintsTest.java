package org.ara.sip.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ComplaintsTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final Complaints complaints = new Complaints(3, nanos::get);
  private final Logger logger = (Logger) LoggerFactory.getLogger(Complaints.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
    logger.setAdditive(false);
  }

  @AfterEach
  void leave() {
    logger.setAdditive(true);
    logger.detachAppender(log);
  }

  @Test
  void aFloodLeavesAFewLinesAndTheirNumber() {
    for (int i = 0; i < 1000; i++) {
      complaints.warn("refused {}", i);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("refused 0", "refused 1", "refused 2");

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    complaints.warn("refused {}", "later");
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .endsWith("997 more complaints about requests were left out", "refused later");
  }
}
