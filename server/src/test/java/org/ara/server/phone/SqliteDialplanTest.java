package org.ara.server.phone;

import java.nio.file.Path;

class SqliteDialplanTest extends RealtimeDialplanContract {

  @Override
  TestServer server(Path home) throws Exception {
    return TestServer.onSqlite(home);
  }
}
