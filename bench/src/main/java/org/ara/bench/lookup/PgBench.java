package org.ara.bench.lookup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ara.testkit.postgres.PostgresDatabase;

/**
 * PostgreSQL's own load generator running one prepared statement, the fastest client there is for
 * single rows.
 */
public final class PgBench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Path program;
  private final PostgresDatabase database;
  private final Path script;

  private PgBench(Path program, PostgresDatabase database, Path script) {
    this.program = program;
    this.database = database;
    this.script = script;
  }

  /** Where the program is; empty if it is not installed (Debian: {@code postgresql-contrib}). */
  public static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/bin"))
        .map(directory -> Path.of(directory, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * A run of one script.
   *
   * @param text in pgbench's language
   */
  public static PgBench of(Path program, PostgresDatabase database, Path directory, String text)
      throws IOException {
    Path script = Files.createTempFile(directory, "pgbench", ".sql");
    Files.writeString(script, text);
    return new PgBench(program, database, script);
  }

  /** Transactions a second with so many clients. */
  public double rate(int clients, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--file=" + script,
                    "--client=" + clients,
                    "--jobs=" + Math.min(clients, 2),
                    "--time=" + seconds,
                    "--host=127.0.0.1",
                    "--port=" + database.server().port(),
                    "--username=" + database.server().user(),
                    database.name()))
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("pgbench failed: " + said);
    }
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("pgbench did not say how fast it was: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
