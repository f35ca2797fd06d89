package glassbox.ui.curves;

import glassbox.training.History;
import glassbox.ui.session.Run;
import glassbox.ui.support.Fx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/**
 * Measures how long the JavaFX thread is busy a pulse while ten runs of 100,000 steps are drawn,
 * one of them grows, and the mouse zooms and moves. On a machine that has other work, what counts
 * is the time that the thread computed. Every pulse looks at the runs; with the argument {@code
 * clock} the frame clock says when, as in the window. Prints figures; not a test.
 */
final class CurvePulses {
  private static final int RUNS = 10;
  private static final int STEPS = 100_000;
  private static final int GROWTH = 40;
  private static final int PULSES = 900;
  private static final int WARM_UP = 200;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final CurvesBench bench = new CurvesBench(1048, 322);
  private final double[] millis = new double[PULSES];
  private final double[] cpuMillis = new double[PULSES];
  private final double[] lateMillis = new double[PULSES];
  private final CountDownLatch done = new CountDownLatch(1);
  private final Random random = new Random(1);
  private final History growing = SampleRuns.history(STEPS - GROWTH * (PULSES + WARM_UP), 1, 0);
  private int pulse = -WARM_UP;
  private long began;
  private long cpuBegan;
  private double slowestLook;

  private final boolean byTheClock;

  private CurvePulses(boolean byTheClock) {
    this.byTheClock = byTheClock;
  }

  public static void main(String[] args) throws InterruptedException {
    CurvePulses measurement = new CurvePulses(List.of(args).contains("clock"));
    measurement.open();
    measurement.start();
    if (!measurement.done.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the pulses did not come");
    }
    measurement.print();
    System.exit(0);
  }

  private void open() {
    for (int i = 1; i < RUNS; i++) {
      bench.train(
          SampleRuns.run(i, "Run " + (i + 1), SampleRuns.history(STEPS, 1 + i, i), STEPS / 100));
    }
    Run first = SampleRuns.run(0, "Run 1", growing, STEPS / 100);
    bench.train(first);
    bench.lookWell();
  }

  private void start() {
    Fx.run(() -> {
      if (byTheClock) {
        bench.clock.start();
      }
      bench.stage.getScene().addPostLayoutPulseListener(this::laidOut);
      new AnimationTimer() {
        private long before;

        @Override
        public void handle(long now) {
          began = System.nanoTime();
          cpuBegan = THREADS.getCurrentThreadCpuTime();
          if (pulse >= 0 && pulse < PULSES) {
            lateMillis[pulse] = before == 0 ? 0 : (began - before) / 1e6;
          }
          before = began;
          act();
        }
      }.start();
    });
  }

  /** What happens between two pulses: steps are done, and the user looks around. */
  private void act() {
    double[][] more = SampleRuns.steps(GROWTH, 1, pulse);
    for (int i = 0; i < GROWTH; i++) {
      Histories.add(growing, 0.1 * more[0][i], 0.97);
    }
    Node chart = bench.stage.getScene().lookup("#loss-chart");
    if (pulse % 300 == 299) {
      mouse(chart, MouseEvent.MOUSE_CLICKED, 300, 2);
    } else if (pulse % 3 == 0) {
      double x = 100 + random.nextInt(350);
      Event.fireEvent(chart, wheel(chart, x, random.nextInt(100) < 55 ? 20 : -20));
    } else {
      mouse(chart, MouseEvent.MOUSE_MOVED, 100 + random.nextInt(350), 0);
    }
    if (pulse % 250 == 100) {
      bench.pane.smoothingProperty().set(0.9 + 0.09 * random.nextDouble());
    }
    if (!byTheClock) {
      look();
    }
    Platform.requestNextPulse();
  }

  private void look() {
    long look = System.nanoTime();
    bench.pane.look();
    if (pulse >= 0) {
      slowestLook = Math.max(slowestLook, (System.nanoTime() - look) / 1e6);
    }
  }

  private void laidOut() {
    if (pulse >= 0 && pulse < PULSES) {
      millis[pulse] = (System.nanoTime() - began) / 1e6;
      cpuMillis[pulse] = (THREADS.getCurrentThreadCpuTime() - cpuBegan) / 1e6;
    }
    pulse++;
    if (pulse == PULSES) {
      done.countDown();
    }
  }

  private static void mouse(
      Node chart, javafx.event.EventType<MouseEvent> type, double x, int clicks) {
    Event.fireEvent(
        chart,
        new MouseEvent(
            type,
            x,
            150,
            x,
            150,
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            true,
            new PickResult(chart, x, 150)));
  }

  private static ScrollEvent wheel(Node chart, double x, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        150,
        x,
        150,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        new PickResult(chart, x, 150));
  }

  private void print() {
    System.out.println("busy a pulse:     " + words(millis));
    System.out.println("of it computing:  " + words(cpuMillis));
    System.out.println("between pulses:   " + words(lateMillis));
    System.out.printf(Locale.ROOT, "slowest look:     %.1f ms%n", slowestLook);
  }

  private static String words(double[] unsorted) {
    double[] sorted = unsorted.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p99 %.1f, max %.1f ms (%d pulses)",
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
