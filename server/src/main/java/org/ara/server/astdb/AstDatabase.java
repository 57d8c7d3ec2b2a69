package org.ara.server.astdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.ara.module.InternalDatabase;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * An SQLite file with one table of keys {@code /family/key} and values, as Asterisk keeps it, so
 * that an existing {@code astdb.sqlite3} goes on being used.
 *
 * <p>One platform thread works on it: waiting for the disk would hold the carriers of virtual
 * threads.
 */
final class AstDatabase implements InternalDatabase, AutoCloseable {

  /** Longer keys are of no use to anybody and are refused. */
  private static final int LONGEST_KEY = 256;

  private final Path file;
  private final Connection connection;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("astdb").factory());

  private AstDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file, which is made if there is none. */
  static AstDatabase open(Path file) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(2000);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE IF NOT EXISTS astdb"
                + " (key VARCHAR(256), value VARCHAR(256), PRIMARY KEY(key))");
        return new AstDatabase(file, connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  @Override
  public Optional<String> get(String family, String key) throws IOException {
    String full = full(family, key);
    return work(
        () -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT value FROM astdb WHERE key = ?")) {
            statement.setString(1, full);
            try (ResultSet result = statement.executeQuery()) {
              return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void put(String family, String key, String value) throws IOException {
    String full = full(family, key);
    int unused =
        work(
            () -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(
                      "INSERT OR REPLACE INTO astdb (key, value) VALUES (?, ?)")) {
                statement.setString(1, full);
                statement.setString(2, value);
                return statement.executeUpdate();
              }
            });
  }

  @Override
  public boolean delete(String family, String key) throws IOException {
    String full = full(family, key);
    return work(
        () -> {
          try (PreparedStatement statement =
              connection.prepareStatement("DELETE FROM astdb WHERE key = ?")) {
            statement.setString(1, full);
            return statement.executeUpdate() > 0;
          }
        });
  }

  @Override
  public int deleteTree(String family, String key) throws IOException {
    String prefix = key.isEmpty() ? "/" + family : full(family, key);
    return work(
        () -> {
          try (PreparedStatement statement =
              connection.prepareStatement("DELETE FROM astdb WHERE " + AT_OR_BELOW)) {
            bindTree(statement, prefix);
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public SortedMap<String, String> tree(String prefix) throws IOException {
    return work(
        () -> {
          SortedMap<String, String> found = new TreeMap<>();
          boolean all = prefix.isEmpty();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT key, value FROM astdb" + (all ? "" : " WHERE " + AT_OR_BELOW))) {
            if (!all) {
              bindTree(statement, prefix);
            }
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                found.put(result.getString(1), result.getString(2));
              }
            }
          }
          return found;
        });
  }

  /** What is below a key begins with it and a slash: it sorts between that and what follows it. */
  private static final String AT_OR_BELOW = "(key = ? OR (key > ? AND key < ?))";

  private static void bindTree(PreparedStatement statement, String prefix) throws SQLException {
    statement.setString(1, prefix);
    statement.setString(2, prefix + "/");
    statement.setString(3, prefix + (char) ('/' + 1));
  }

  @Override
  public void close() {
    thread.execute(
        () -> {
          try {
            connection.close();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    thread.close();
  }

  private static String full(String family, String key) throws IOException {
    String full = "/" + family + "/" + key;
    if (family.isEmpty() || key.isEmpty() || full.length() > LONGEST_KEY) {
      throw new IOException(
          "a family and a key are needed, of at most "
              + (LONGEST_KEY - 2)
              + " characters together: '"
              + family
              + "' and '"
              + key
              + "'");
    }
    return full;
  }

  private <T> T work(Work<T> work) throws IOException {
    try {
      return thread.submit(work::run).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(file + ": interrupted", e);
    } catch (RejectedExecutionException e) {
      throw new IOException(file + ": closed", e);
    } catch (ExecutionException e) {
      throw failed(file, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static IOException failed(Path file, Throwable cause) {
    return new IOException(
        file
            + ": "
            + cause.getMessage()
            + "; look at the file, its directory and the space on its disk",
        cause);
  }

  /** Something to do on the thread of the database. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }
}
