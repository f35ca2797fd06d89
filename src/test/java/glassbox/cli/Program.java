package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as a process of its own, in a working folder of its own; closing it kills it. */
final class Program implements AutoCloseable {
  private static final long SECONDS = 240;

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Path folder, List<String> command) throws IOException {
    out = Files.createTempFile(folder, "out", ".txt");
    err = Files.createTempFile(folder, "err", ".txt");
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  static Program start(Path folder, String... args) throws IOException {
    return start(folder, List.of(), args);
  }

  /** The same with options of the virtual machine. */
  static Program start(Path folder, List<String> vm, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(vm);
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath(), "glassbox.Launcher"));
    command.addAll(List.of(args));
    return new Program(folder, command);
  }

  /** Absolute, for the process works elsewhere. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the program ends");
    return process.exitValue();
  }

  Program succeeded() throws Exception {
    assertEquals(0, exitCode(), said());
    return this;
  }

  /** Waits until this holds, while the program runs. */
  Program runsUntil(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.call()) {
      assertFalse(process.waitFor(1, TimeUnit.MILLISECONDS), () -> "ended before: " + process);
      assertTrue(System.nanoTime() < deadline, "the program gets there");
    }
    return this;
  }

  /** The processes that it has started and that live. */
  List<ProcessHandle> children() {
    return process.children().filter(ProcessHandle::isAlive).toList();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String printed() throws IOException {
    return Files.readString(out);
  }

  String said() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    kill();
  }
}
