package org.ara.server.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.ara.config.file.FileConfigSource;
import org.ara.manager.CommandRegistry;
import org.ara.module.Command;
import org.ara.module.CoreOptions;
import org.ara.module.Directories;
import org.ara.module.ModuleState;
import org.ara.module.Modules;
import org.ara.server.log.LogHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules in jars that are compiled here and dropped into the modules directory. */
class DropInTest {

  @TempDir Path home;
  private final CommandRegistry commands = new CommandRegistry();
  private ModuleLoader loader;
  private LogHub log;

  @BeforeEach
  void onlyTheDropIn() throws IOException {
    Files.writeString(home.resolve("modules.conf"), "[modules]\nload => app_hello\n");
    Directories directories = new Directories(home, home, home, home, home, home, home);
    loader =
        new ModuleLoader(
            new Surroundings(
                new FileConfigSource(home), directories, "", CoreOptions.DEFAULTS, commands));
    log = new LogHub(home, "host", false, 0, 0);
    loader.offer(LogHub.class, log);
  }

  @AfterEach
  void stop() {
    loader.stop();
    log.close();
  }

  @Test
  void aModuleInAJarIsFoundAndLoadedByItsOwnClassLoader() throws IOException {
    dropIn("hello, world", "");
    assertThat(loader.start(new ModuleFinder(home))).isEmpty();
    assertThat(said()).isEqualTo("hello, world");
    assertThat(loader.states())
        .extracting(ModuleState::file, ModuleState::running, ModuleState::support)
        .contains(tuple("app_hello.so", true, "extended"));
    assertThat(hello().getClass().getClassLoader()).isNotSameAs(DropInTest.class.getClassLoader());
  }

  @Test
  void aJarIsExchangedWhileTheServerRuns() throws IOException {
    dropIn("first", "");
    loader.start(new ModuleFinder(home));
    dropIn("second", "");
    assertThat(said()).isEqualTo("first");
    assertThat(loader.refresh("app_hello", false))
        .isEqualTo(new Modules.Answer(true, "Refreshed app_hello"));
    assertThat(said()).isEqualTo("second");
    assertThat(loader.unload("app_hello.so", Modules.Force.SOFT).done()).isTrue();
    assertThat(hellos()).isEmpty();
  }

  @Test
  void aJarDroppedInWhileTheServerRunsIsLoadedByName() throws IOException {
    loader.start(new ModuleFinder(home));
    assertThat(loader.load("app_hello").done()).isFalse();
    dropIn("late", "");
    assertThat(loader.load("app_hello")).isEqualTo(new Modules.Answer(true, "Loaded app_hello"));
    assertThat(said()).isEqualTo("late");
  }

  @Test
  void aModuleThatFailsLeavesNothingBehind() throws IOException {
    dropIn("never heard", "throw new ModuleException(\"hello.conf:7: no such greeting\");");
    assertThat(loader.start(new ModuleFinder(home)))
        .containsExactly(new ModuleFailure("app_hello", "hello.conf:7: no such greeting", false));
    assertThat(hellos()).isEmpty();
    dropIn("mended", "");
    assertThat(loader.load("app_hello").done()).isTrue();
    assertThat(said()).isEqualTo("mended");
  }

  @Test
  void aJarThatIsNoneIsLeftOut() throws IOException {
    Files.writeString(home.resolve("broken.jar"), "this is no jar");
    dropIn("sound", "");
    assertThat(loader.start(new ModuleFinder(home))).isEmpty();
    assertThat(said()).isEqualTo("sound");
  }

  private List<Command> hellos() {
    return commands.all().stream()
        .filter(command -> command.words().equals(List.of("say", "hello")))
        .toList();
  }

  private Command hello() {
    return hellos().getFirst();
  }

  private String said() {
    StringBuilder out = new StringBuilder();
    hello().execute(List.of(), out::append);
    return out.toString();
  }

  /** Compiles a module with a command that says something, and moves its jar into place. */
  private void dropIn(String greeting, String afterwards) throws IOException {
    String source =
        """
        package hello;
        import java.util.List;
        import org.ara.module.*;
        public final class Hello implements org.ara.module.Module, Command {
          public String name() { return "app_hello"; }
          public String description() { return "Says something"; }
          public void load(ModuleContext context) throws ModuleException {
            context.register(this);
            %s
          }
          public List<String> words() { return List.of("say", "hello"); }
          public String summary() { return "Say it"; }
          public String usage() { return "Usage: say hello"; }
          public Status execute(List<String> arguments, Output out) {
            out.line("%s");
            return Status.SUCCESS;
          }
        }
        """
            .formatted(afterwards, greeting);
    Path classes = Files.createTempDirectory(home, "classes");
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///hello/Hello.java"), javax.tools.JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"));
    assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
    Path made = home.resolve("hello.jar.new");
    try (OutputStream out = Files.newOutputStream(made);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> compiled = Files.walk(classes)) {
      jar.putNextEntry(new JarEntry("META-INF/services/org.ara.module.Module"));
      jar.write("hello.Hello\n".getBytes(StandardCharsets.UTF_8));
      for (Path path : compiled.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        jar.write(Files.readAllBytes(path));
      }
    }
    Files.move(
        made,
        home.resolve("hello.jar"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
