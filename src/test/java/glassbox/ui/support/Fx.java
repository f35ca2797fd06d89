package glassbox.ui.support;

import glassbox.linalg.Compute;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Work on the JavaFX thread, and waiting for what comes of it. */
public final class Fx {
  /**
   * Long: what a test asserts must not depend on how busy the machine is, nor on the kernel; the
   * loops that a student reads take many times as long.
   */
  private static final int PATIENCE_SECONDS = Compute.defaultKernel().equals("plain") ? 500 : 100;

  private Fx() {}

  /** Starts the toolkit where it is not running yet. */
  public static void start() {
    try {
      FxToolkit.registerPrimaryStage();
      Platform.setImplicitExit(false);
    } catch (TimeoutException e) {
      throw new AssertionError("the toolkit did not start", e);
    }
  }

  /** Runs on the JavaFX thread and returns when it is done. */
  public static void run(Runnable work) {
    get(() -> {
      work.run();
      return true;
    });
  }

  /** Computes on the JavaFX thread. */
  public static <T> T get(Callable<T> work) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
  }

  /** Waits until it holds, asked on the JavaFX thread. */
  public static void await(String what, Callable<Boolean> holds) {
    awaitAnywhere(what, () -> get(holds));
  }

  /** Waits until it holds, asked on the thread of the test. */
  public static void awaitAnywhere(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, holds);
    } catch (TimeoutException e) {
      throw new AssertionError("waited %d s in vain: %s".formatted(PATIENCE_SECONDS, what), e);
    }
  }
}
