package glassbox.ui;

import glassbox.data.ImageDataset;
import glassbox.linalg.Compute;
import glassbox.training.Presets;
import glassbox.training.Trainer;
import glassbox.ui.session.RunShelf;
import glassbox.ui.session.TrainingSession;
import glassbox.ui.setup.RecipeFiles;
import glassbox.ui.support.Fx;
import glassbox.ui.transport.DatasetFinder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.management.ObjectName;

/**
 * Measures the whole window while it trains on MNIST; prints figures, is no test. With {@code
 * pulses SECONDS}, at full speed and each view in turn: how long the JavaFX thread computes and is
 * busy for a frame, and the memory at the end. With {@code soak MINUTES}, at 500 steps a second,
 * the views change every second: the memory minute by minute, and every ten minutes what is left
 * after a collection and which classes have grown. With {@code history SECONDS}: frames of the
 * Train view after 200,000 steps. With {@code share SECONDS}: training alone and in the window with
 * the Train view open, one thread each, in turn.
 */
final class WindowPulses {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path home;
  private final TrainingSession session;
  private final Stage stage;

  private WindowPulses(Path home) {
    this.home = home;
    System.setProperty("glassbox.home", home.toString());
    Fx.start();
    session =
        Fx.get(() ->
            new TrainingSession(
                Presets.seed().withEpochs(100_000), new RunShelf(home.resolve("runs")), 1));
    stage = Fx.get(this::open);
  }

  public static void main(String[] args) throws Exception {
    WindowPulses window = new WindowPulses(Files.createTempDirectory("glassbox-pulses"));
    int length = args.length < 2 ? 20 : Integer.parseInt(args[1]);
    window.train();
    switch (args.length == 0 ? "pulses" : args[0]) {
      case "soak" -> window.soak(length);
      case "history" -> window.history(length);
      case "share" -> window.share(length);
      default -> window.pulses(length);
    }
    Runtime.getRuntime().halt(0);
  }

  private Stage open() {
    Settings settings = Settings.load();
    NobodyChooses nobody = new NobodyChooses();
    MainWindow window = new MainWindow(session, settings, nobody, nobody, (f, refused) -> {});
    Stage opened = new Stage();
    opened.setScene(window.scene());
    opened.setWidth(1440);
    opened.setHeight(900);
    opened.show();
    opened.requestFocus();
    session.useDataset("mnist");
    return opened;
  }

  private record NobodyChooses() implements DatasetFinder, RecipeFiles {
    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> archive() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toSave() {
      return Optional.empty();
    }
  }

  private void train() throws InterruptedException {
    Fx.await("the data set is there", () -> session.datasetProperty().get() != null);
    Fx.run(() -> press(KeyCode.SPACE));
    Thread.sleep(5000);
  }

  private void press(KeyCode code, boolean alt) {
    var target = stage.getScene().getRoot();
    target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
  }

  private void press(KeyCode code) {
    press(code, false);
  }

  private void show(MainRail.View view) {
    Fx.run(() -> press(KeyCode.valueOf("DIGIT" + (view.ordinal() + 1)), true));
  }

  // Frames

  private void pulses(int seconds) throws Exception {
    Fx.run(() -> session.setStepsPerSecond(Double.POSITIVE_INFINITY));
    for (MainRail.View view : MainRail.View.values()) {
      show(view);
      Thread.sleep(4000);
      printFrames(view, seconds);
    }
    System.out.println(memory());
  }

  private void history(int seconds) throws Exception {
    show(MainRail.View.TRAIN);
    Fx.run(() -> session.setStepsPerSecond(Double.POSITIVE_INFINITY));
    while (steps() < 200_000) {
      Thread.sleep(500);
    }
    printFrames(MainRail.View.TRAIN, seconds);
  }

  private void printFrames(MainRail.View view, int seconds) throws InterruptedException {
    Frames frames = Fx.get(() -> new Frames(stage));
    Thread.sleep(1000L * seconds);
    Fx.run(frames::stop);
    System.out.printf("%-8s %s%n", view, frames.words());
  }

  /** What the JavaFX thread did from frame to frame. */
  private static final class Frames extends AnimationTimer {
    private final List<Double> computing = new ArrayList<>();
    private final List<Double> busy = new ArrayList<>();
    private final Stage stage;
    private final Runnable laidOut = this::laidOut;
    private long cpuBefore = -1;
    private long began;

    Frames(Stage stage) {
      this.stage = stage;
      stage.getScene().addPostLayoutPulseListener(laidOut);
      start();
    }

    @Override
    public void handle(long now) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      if (cpuBefore >= 0) {
        computing.add((cpu - cpuBefore) / 1e6);
      }
      cpuBefore = cpu;
      began = System.nanoTime();
    }

    private void laidOut() {
      busy.add((System.nanoTime() - began) / 1e6);
    }

    @Override
    public void stop() {
      super.stop();
      stage.getScene().removePostLayoutPulseListener(laidOut);
    }

    String words() {
      return "computing " + figures(computing) + "   pulse by the clock " + figures(busy);
    }

    private static String figures(List<Double> millis) {
      double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return String.format(
          Locale.ROOT,
          "p50 %.1f, p99 %.1f, max %.1f ms (%d)",
          sorted[sorted.length / 2],
          sorted[sorted.length * 99 / 100],
          sorted[sorted.length - 1],
          sorted.length);
    }
  }

  // Share

  private void share(int seconds) throws Exception {
    show(MainRail.View.TRAIN);
    Fx.run(() -> session.setStepsPerSecond(Double.POSITIVE_INFINITY));
    ImageDataset data = Fx.get(() -> session.datasetProperty().get());
    List<Double> shares = new ArrayList<>();
    try (Compute compute = Compute.of(Compute.defaultKernel(), 1)) {
      Trainer alone = new Trainer(Presets.seed().withEpochs(100_000), data, compute);
      Thread.sleep(1000L * seconds);
      for (int round = 1; round <= 5; round++) {
        Fx.run(() -> press(KeyCode.SPACE)); // pauses
        double bare = stepsPerSecond(alone, seconds);
        Fx.run(() -> press(KeyCode.SPACE));
        Thread.sleep(1000);
        double shown = stepsPerSecond(seconds);
        shares.add(shown / bare);
        System.out.printf(
            Locale.ROOT,
            "steps a second: %.0f alone, %.0f in the window: %.2f%n",
            bare,
            shown,
            shown / bare);
      }
    }
    shares.sort(null);
    System.out.printf(Locale.ROOT, "middle one: %.2f%n", shares.get(shares.size() / 2));
  }

  private static double stepsPerSecond(Trainer trainer, int seconds) {
    long began = System.nanoTime();
    int steps = 0;
    while (System.nanoTime() - began < seconds * 1e9) {
      trainer.step();
      steps++;
    }
    return steps / ((System.nanoTime() - began) / 1e9);
  }

  /** In the window; what each thread had of a processor is printed. */
  private double stepsPerSecond(int seconds) throws InterruptedException {
    Map<Long, Long> before = threadTimes();
    long began = System.nanoTime();
    long first = steps();
    Thread.sleep(1000L * seconds);
    long done = steps() - first;
    double nanos = System.nanoTime() - began;
    threadTimes()
        .forEach((id, time) -> {
          double of = (time - before.getOrDefault(id, 0L)) / nanos;
          ThreadInfo thread = THREADS.getThreadInfo(id);
          if (of > 0.01 && thread != null) {
            System.out.printf(Locale.ROOT, "  %.2f %s%n", of, thread.getThreadName());
          }
        });
    return done / (nanos / 1e9);
  }

  private long steps() {
    return Fx.get(() -> (long) session.runProperty().get().steps());
  }

  private static Map<Long, Long> threadTimes() {
    return Arrays.stream(THREADS.getAllThreadIds())
        .boxed()
        .collect(Collectors.toMap(id -> id, THREADS::getThreadCpuTime));
  }

  // Memory

  private void soak(int minutes) throws Exception {
    Fx.run(() -> session.setStepsPerSecond(500));
    Map<String, Long> early = Map.of();
    MainRail.View[] views = MainRail.View.values();
    for (int second = 1; second <= 60 * minutes; second++) {
      show(views[second % views.length]);
      Thread.sleep(1000);
      if (second % 60 == 0) {
        System.out.printf(
            Locale.ROOT,
            "minute %d: %s, %d threads, %d steps%n",
            second / 60,
            resident(),
            THREADS.getThreadCount(),
            Fx.get(() -> session.runProperty().get().steps()));
        if (early.isEmpty() && second >= Math.min(300, 30 * minutes)) {
          early = instances();
        } else if (!early.isEmpty() && (second % 600 == 0 || second == 60 * minutes)) {
          printGrown(early, instances());
          System.out.println("  " + heap());
        }
      }
    }
  }

  private static String memory() throws Exception {
    return heap() + ", " + resident();
  }

  private static String heap() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return String.format(Locale.ROOT, "heap %.1f MiB after a collection", heap / 0x1p20);
  }

  /** Without a collection, which the program has to see to by itself. */
  private static String resident() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .collect(Collectors.joining(", "));
  }

  /** Living objects by class. */
  private static Map<String, Long> instances() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Map<String, Long> instances = new TreeMap<>();
    for (String line : histogram.split("\n")) {
      String[] parts = line.trim().split("\\s+");
      if (parts.length >= 4 && parts[0].endsWith(":") && !parts[3].isEmpty()) {
        String name = parts[3].replaceAll("/0x[0-9a-f]+", "");
        instances.merge(name, Long.parseLong(parts[1]), Long::sum);
      }
    }
    return instances;
  }

  private static void printGrown(Map<String, Long> early, Map<String, Long> now) {
    System.out.println(
        "  grown since: "
            + now.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue() - early.getOrDefault(e.getKey(), 0L)))
                .filter(e -> e.getValue() > 20)
                .sorted(Comparator.comparingLong(e -> -e.getValue()))
                .limit(25)
                .map(e -> e.getKey() + " +" + e.getValue())
                .collect(Collectors.joining(", ")));
    List<String> watched =
        Arrays.asList("Listener", "ExpressionHelper", "glassbox.ui", "javafx.scene");
    System.out.println(
        "  of them ours, listeners and nodes: "
            + now.entrySet().stream()
                .filter(e -> watched.stream().anyMatch(e.getKey()::contains))
                .mapToLong(e -> e.getValue() - early.getOrDefault(e.getKey(), 0L))
                .sum());
  }
}
