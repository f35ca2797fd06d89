package glassbox.ui.session;

import glassbox.analysis.Projection;
import glassbox.data.ImageSet;
import glassbox.linalg.Compute;
import glassbox.linalg.Matrix;
import glassbox.training.Activations;
import glassbox.training.HiddenLayer;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/** Places images for the map on a thread of its own; its value are the places, also on the way. */
final class MapTask extends Task<@Nullable Matrix> {
  /** Places on the way are handed out so rarely that each can be drifted to. */
  private static final long NANOS_BETWEEN = 400_000_000L;

  private static final long SEED = 1;

  private final Examined of;
  private final MapChoice by;
  private final int[] images;
  private final @Nullable Matrix last;
  private long told = System.nanoTime();

  /**
   * A task that is to be executed.
   *
   * @param images which of those examined
   * @param last where the same images were before, by the same choice; null for none
   */
  MapTask(Examined of, MapChoice by, int[] images, @Nullable Matrix last) {
    this.of = of;
    this.by = by;
    this.images = images;
    this.last = last;
  }

  @Override
  protected @Nullable Matrix call() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    try (Compute compute = Compute.of(Compute.defaultKernel(), threads)) {
      Projection fresh = Projection.of(by.method(), SEED);
      Projection projection = last == null ? fresh : fresh.from(last);
      return projection.place(points(compute), compute, this::tell);
    }
  }

  private Matrix points(Compute compute) {
    ImageSet set = of.answers().images();
    if (by.layer() == 0) {
      return Activations.pixels(set, images);
    }
    HiddenLayer layer = HiddenLayer.of(of.moment().network().specs()).get(by.layer() - 1);
    return new Activations(of.moment().network(), compute).of(layer, set, images);
  }

  private boolean tell(double share, Supplier<Matrix> positions) {
    updateProgress(share, 1);
    if (share > 0 && System.nanoTime() - told >= NANOS_BETWEEN) {
      told = System.nanoTime();
      Matrix now = positions.get();
      if (now.rows() > 0) {
        updateValue(now);
      }
    }
    return !isCancelled();
  }

  Examined of() {
    return of;
  }

  MapChoice by() {
    return by;
  }

  int[] images() {
    return images;
  }
}
