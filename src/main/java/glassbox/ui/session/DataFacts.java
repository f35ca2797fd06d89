package glassbox.ui.session;

import glassbox.analysis.ClassBalance;
import glassbox.analysis.ClassMeans;
import glassbox.analysis.Duplicates;
import glassbox.analysis.HighestLoss;
import glassbox.data.ImageDataset;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the data set, found out in the background once somebody looks. For the
 * JavaFX thread.
 */
public final class DataFacts {
  /** So many images of the highest loss are named. */
  public static final int HARDEST = 500;

  private final SessionModel model;
  private final PartInView part;
  private final ExecutorService thread;
  private final Consumer<String> refusal;
  private final ReadOnlyObjectWrapper<@Nullable Facts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Hardest> hardest = new ReadOnlyObjectWrapper<>();
  private boolean wanted;
  private @Nullable ImageDataset underWay;

  /**
   * Of the whole data set, without a network.
   *
   * @param means of the training images
   */
  public record Facts(
      ImageDataset data, ClassBalance balance, ClassMeans means, Duplicates duplicates) {
    static Facts of(ImageDataset data) {
      return new Facts(
          data,
          ClassBalance.of(data),
          ClassMeans.of(data.train(), data.classes()),
          Duplicates.of(data));
    }
  }

  /**
   * The images of a part that the network of a step finds hardest.
   *
   * @param images of the highest loss, in the order of their losses
   */
  public record Hardest(Examined examined, HighestLoss images) {}

  DataFacts(SessionModel model, PartInView part, ExecutorService thread, Consumer<String> refusal) {
    this.model = model;
    this.part = part;
    this.thread = thread;
    this.refusal = refusal;
    model.datasetProperty().addListener(property -> count());
    part.examinedProperty().addListener(property -> order());
  }

  /** Somebody looks, or nobody any more. */
  public void setWanted(boolean isWanted) {
    wanted = isWanted;
    count();
    order();
  }

  private void count() {
    ImageDataset data = model.dataset();
    Facts known = facts.get();
    if (known != null && known.data() != data) {
      facts.set(null);
    }
    if (wanted && data != null && facts.get() == null && underWay != data) {
      underWay = data;
      run(
          Background.task(
              () -> Facts.of(data),
              found -> {
                if (model.dataset() == data) {
                  facts.set(found);
                }
              },
              refusal));
    }
  }

  private void order() {
    Examined examined = part.examinedProperty().get();
    Hardest known = hardest.get();
    if (examined == null || (known != null && known.examined().part() != examined.part())) {
      hardest.set(null);
    }
    if (wanted && examined != null && (known == null || known.examined() != examined)) {
      run(
          Background.task(
              () -> new Hardest(examined, HighestLoss.of(examined.answers(), HARDEST)),
              found -> {
                if (part.examinedProperty().get() == examined) {
                  hardest.set(found);
                }
              },
              refusal));
    }
  }

  private void run(Task<?> task) {
    if (!thread.isShutdown()) {
      thread.execute(task);
    }
  }

  /** Null until they are found out. */
  public ReadOnlyObjectProperty<@Nullable Facts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Null where no network has answered. */
  public ReadOnlyObjectProperty<@Nullable Hardest> hardestProperty() {
    return hardest.getReadOnlyProperty();
  }
}
