package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import java.util.List;

/**
 * Trains on a few made-up images while the program has nothing better to do, so that the parts that
 * every step needs are compiled to machine instructions before the first real one. Without this the
 * seed job spends three quarters of its time in code that is not compiled yet.
 */
public final class WarmUp implements Runnable {
  /** After so many steps everything is compiled. */
  private static final int STEPS = 4_000;

  /** The products are compiled when some steps in turn have taken less than this; or after many. */
  private static final long QUICK_NANOS = 2_000_000;

  private static final int QUICK_STEPS = 3;
  private static final int STEPS_OF_PRODUCTS = 250;

  private static final int SIDE = 28;
  private static final int IMAGES = 320;
  private static final int CLASSES = 10;

  private final String kernel;
  private final boolean patient;
  private volatile boolean enough;

  private WarmUp(String kernel, boolean patient) {
    this.kernel = kernel;
    this.patient = patient;
  }

  /** A warm-up of this kernel, which a run soon ends by training as fast as it can. */
  public WarmUp(String kernel) {
    this(kernel, false);
  }

  /**
   * One that goes on beside the first steps of a run, until the products are compiled. The run uses
   * the plain ones meanwhile: its first steps come sooner, but more threads want the processor.
   */
  public static WarmUp beside(String kernel) {
    return new WarmUp(kernel, true);
  }

  /**
   * Returns when everything is compiled or {@link #stop} is called. One that goes on beside a run
   * compiles the products even where it was stopped before it began.
   */
  @Override
  public void run() {
    if (enough && !patient) {
      return; // as with one thread, where there is nobody to do it meanwhile
    }
    Recipe recipe = Presets.seed().withEpochs(STEPS * 32 / IMAGES).withValidation(0);
    try (Compute compute = patient ? Compute.compiling(kernel) : Compute.of(kernel, 1)) {
      Trainer trainer = new Trainer(recipe, images(), compute);
      int quick = 0;
      boolean compiled = !patient;
      while (!trainer.isFinished() && !(enough && compiled)) {
        long start = System.nanoTime();
        trainer.step();
        quick = System.nanoTime() - start < QUICK_NANOS ? quick + 1 : 0;
        if (!compiled && (quick == QUICK_STEPS || trainer.steps() == STEPS_OF_PRODUCTS)) {
          compiled = true;
          compute.setCompiled();
        }
      }
    }
  }

  /** Ends {@link #run} after its present step, or as soon as the products are compiled. */
  public void stop() {
    enough = true;
  }

  /** A bright square for each class on black. */
  private static ImageDataset images() {
    byte[] pixels = new byte[IMAGES * SIDE * SIDE];
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % CLASSES);
      for (int p = 0; p < 100; p++) {
        int row = 2 * labels[i] + p / 10;
        int column = labels[i] + p % 10;
        pixels[(i * SIDE + row) * SIDE + column] = (byte) (255 - (i * 31 + p * 7) % 128);
      }
    }
    ImageSet set = new ImageSet(pixels, labels, SIDE, SIDE);
    List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new ImageDataset("warm-up", set, set, names);
  }
}
