package glassbox.training;

import glassbox.data.ImageDataset;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Trains on a few made-up images while the program has nothing better to do, so that the parts that
 * every step needs are compiled to machine instructions before the first real one. Without this the
 * seed job spends three quarters of its time in code that is not compiled yet.
 */
public final class WarmUp implements Runnable {
  /** After so many steps everything is compiled. */
  private static final int STEPS = 4_000;

  /** After so many the products are, without which a step takes half a second. */
  private static final int STEPS_OF_PRODUCTS = 250;

  private static final int SIDE = 28;
  private static final int IMAGES = 320;
  private static final int CLASSES = 10;

  private final String kernel;
  private volatile boolean enough;

  /** A warm-up of this kernel. */
  public WarmUp(String kernel) {
    this.kernel = kernel;
  }

  /**
   * Returns when everything is compiled; after {@link #stop}, when the products are. Until then
   * those who train meanwhile use the plain ones.
   */
  @Override
  public void run() {
    if (enough) {
      return; // as with one thread, where there is nobody to do it meanwhile
    }
    Recipe recipe = Presets.seed().withEpochs(STEPS * 32 / IMAGES).withValidation(0);
    try (Compute compute = Compute.compiling(kernel)) {
      Trainer trainer = new Trainer(recipe, images(), compute);
      while (!trainer.isFinished() && !(enough && trainer.steps() >= STEPS_OF_PRODUCTS)) {
        long start = System.nanoTime();
        trainer.step();
        if (trainer.steps() == STEPS_OF_PRODUCTS) {
          compute.setCompiled();
        }
        if (enough) {
          LockSupport.parkNanos(2 * (System.nanoTime() - start)); // others are in a hurry
        }
      }
    }
  }

  /** Ends {@link #run} as soon as the products are compiled. */
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
