package glassbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  @TempDir static Path trained;
  private static Path run;

  @TempDir Path folder;

  @BeforeAll
  static void train() throws IOException {
    run = trained.resolve("run");
    String network = "--set=network=[\"dense 8\",\"batchnorm\",\"relu\",\"dense 5\"]";
    Path data = SmallRuns.dataset(trained.resolve("data"));
    CommandRun.of(SmallRuns.train(data, run, "--quiet", network, "--set=averaging=0.9"))
        .succeeded();
  }

  private static CommandRun export(Object from, String format, Object target) {
    return CommandRun.of("export", from.toString(), format, target.toString());
  }

  @BeforeEach
  void aFileAndAFolderAreThere() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("inside"), "mine");
  }

  private void assertNothingIsLeft() throws IOException {
    assertEquals(List.of("file", "full/inside"), SmallRuns.files(folder));
    assertEquals("mine", Files.readString(folder.resolve("file")));
  }

  @ParameterizedTest
  @CsvSource({"--onnx, model.onnx", "--safetensors, model.safetensors"})
  void theNetworkIsThatOfTheRun(String format, String file) throws IOException {
    Path target = folder.resolve("mine.bin");
    CommandRun done = export(run, format, target).succeeded();
    assertEquals("", done.out() + done.err());
    assertEquals(-1, Files.mismatch(run.resolve(file), target));
  }

  @Test
  void theExportedNetworkIsEvaluatedAsTheRunIs() {
    Path target = folder.resolve("mine.safetensors");
    export(run, "--safetensors", target).succeeded();
    String ofTheRun = CommandRun.of("evaluate", run.toString(), "--json").succeeded().out();
    assertEquals(
        ofTheRun, CommandRun.of("evaluate", target.toString(), "--json").succeeded().out());
  }

  @Test
  void theReportIsThePageOfTheRun() throws IOException {
    Path target = folder.resolve("mine.html");
    CommandRun done = export(run, "--report", target).succeeded();
    assertEquals("", done.out() + done.err());
    assertEquals(-1, Files.mismatch(run.resolve("report/report.html"), target));
    assertFalse(Files.readString(target).contains(".png\""), "nothing is left in another file");
  }

  @Test
  void theWholeRunAsOneFileIsTakenWhereARunIs() throws IOException {
    Path file = folder.resolve("mine.glassbox");
    export(run, "--glassbox", file).succeeded();
    assertEquals(
        CommandRun.of("evaluate", run.toString(), "--json").succeeded().out(),
        CommandRun.of("evaluate", file.toString(), "--json").succeeded().out());
    assertEquals(
        rest(CommandRun.of("runs", run.toString()).succeeded().out()),
        rest(CommandRun.of("runs", file.toString()).succeeded().out()));
    export(file, "--report", folder.resolve("mine.html")).succeeded();
    assertEquals(
        -1, Files.mismatch(run.resolve("report/report.html"), folder.resolve("mine.html")));
    Path into = folder.resolve("into");
    CommandRun unpacked = CommandRun.of("unpack", file.toString(), "--into", into.toString());
    assertEquals(into.resolve("mine") + "\n", unpacked.succeeded().out());
    List<String> files = SmallRuns.files(run);
    files = files.stream().filter(name -> !name.equals(".lock")).toList(); // it is this machine's
    assertEquals(files, SmallRuns.files(into.resolve("mine")));
  }

  /** Without the folder, which is another. */
  private static String rest(String table) {
    String last = table.lines().toList().getLast();
    return last.substring(last.indexOf("  ")).strip();
  }

  @Test
  void theCurvesGoToTensorBoard() throws IOException {
    Path logs = folder.resolve("logs");
    export(run, "--tensorboard", logs).succeeded();
    List<String> files = SmallRuns.files(logs);
    assertEquals(2, files.size(), files::toString);
    assertTrue(files.getFirst().matches("train/events\\.out\\.tfevents\\.\\d{10}\\.glassbox"));
    export(run, "--tensorboard", logs).succeeded();
    assertEquals(files, SmallRuns.files(logs), "the same run replaces its files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--onnx", "--safetensors", "--report"})
  void whatWasThereIsReplaced(String format) throws IOException {
    export(run, format, folder.resolve("file")).succeeded();
    export(run, format, folder.resolve("other")).succeeded();
    assertEquals(-1, Files.mismatch(folder.resolve("file"), folder.resolve("other")));
    assertEquals(List.of("file", "full/inside", "other"), SmallRuns.files(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--onnx", "--safetensors", "--report"})
  void theRunStaysAsItWas(String format) throws IOException {
    List<String> files = SmallRuns.files(run);
    export(run, format, folder.resolve("mine")).succeeded();
    assertEquals(files, SmallRuns.files(run));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export RUN | --onnx",
        "export | RUN",
        "export --onnx=T | RUN",
        "export RUN --onnx=T --safetensors=T | mutually exclusive",
        "export RUN --onnx=T --report=T | mutually exclusive",
        "export RUN --onnx=T --safetensors=T --report=T | mutually exclusive",
        "export RUN --onnx=T --onnx=T | --onnx",
        "export RUN --onnx | --onnx",
        "export RUN --pdf=T | --pdf",
        "export RUN RUN --onnx=T | RUN",
        "export RUN --onnx=T --json | --json",
      })
  void wrongUsageNamesTheHelp(String line, String whatIsWrong) throws IOException {
    String[] args = line.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("=T", "=" + folder.resolve("new"));
    }
    CommandRun.of(args).failed(Errors.WRONG, whatIsWrong, "see glassbox export --help");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, --onnx",
    "missing, --report",
    "full, --onnx",
    "full, --safetensors",
    "full, --report",
    "file, --onnx",
    "file, --report",
    "file/below, --safetensors",
  })
  void whatIsNoRunIsRefused(String from, String format) throws IOException {
    export(folder.resolve(from), format, folder.resolve("new"))
        .failed(
            Errors.WRONG,
            "cannot open the run, " + folder.resolve(from),
            "expected a run's folder with recipe.json");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "--onnx, model.safetensors",
    "--safetensors, model.safetensors",
    "--report, report",
  })
  void aRunThatDidNotEndIsRefused(String format, String missing) throws IOException {
    Path begun = Files.createDirectory(trained.resolve("begun" + format));
    Files.copy(run.resolve("recipe.json"), begun.resolve("recipe.json"));
    export(begun, format, folder.resolve("new"))
        .failed(Errors.WRONG, begun.resolve(missing).toString(), "expected");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "--onnx, file/new",
    "--safetensors, file/new",
    "--report, file/new",
    "--onnx, missing/new",
    "--report, missing/new",
    "--onnx, full",
    "--safetensors, full",
    "--report, full",
  })
  void aTargetThatCannotBeWrittenLeavesNothing(String format, String target) throws IOException {
    Path place = folder.resolve(target);
    export(run, format, place)
        .failed(
            Errors.FAILED,
            "cannot use the file, " + place.getParent(),
            place.getFileName().toString());
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file/new | file to be a folder, got a file",
        "missing/new | missing to be a folder, got nothing there",
        "full | a file, got a folder",
      })
  void aTargetThatCannotBeWrittenIsToldWhatIsExpected(String target, String expectedAndGot) {
    export(run, "--onnx", folder.resolve(target))
        .failed(Errors.FAILED, folder.resolve(target) + ", expected ", expectedAndGot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--onnx", "--safetensors", "--report"})
  void theRootIsNoFile(String format) {
    String err = export(run, format, "/").failed(Errors.FAILED).err();
    assertEquals("glassbox: cannot use the file, /, expected a file, got a folder\n", err);
  }

  /** The hidden file that is written first is none of the user's. */
  @ParameterizedTest
  @ValueSource(strings = {"file/new", "missing/new", "full"})
  void aTargetThatCannotBeWrittenIsNamed(String target) {
    Path place = folder.resolve(target);
    String err = export(run, "--onnx", place).failed(Errors.FAILED, place.toString()).err();
    assertFalse(err.contains(".part"), err);
  }
}
