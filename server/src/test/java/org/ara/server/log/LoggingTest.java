package org.ara.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

class LoggingTest {

  @Test
  void whatADatabaseSaysOfARefusedValueIsNotLoggedByItsJdbcDriver() throws Exception {
    LoggerContext context = new LoggerContext();

    Logging.setLevels(context, true);

    Class<?> talkative = Class.forName("org.mariadb.jdbc.message.server.ErrorPacket");
    assertThat(context.getLogger(talkative.getName()).isErrorEnabled()).isFalse();
    assertThat(context.getLogger("org.ara.Anything").isDebugEnabled()).isTrue();
  }
}
