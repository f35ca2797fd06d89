package glassbox.ui.session;

import glassbox.data.folder.IdxFolder;
import glassbox.data.folder.ImageFolder;
import glassbox.data.folder.ImportOptions;
import glassbox.data.folder.Imported;
import glassbox.data.folder.OwnData;
import glassbox.ui.words.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of one's own on their way to a data set: found, read for a preview, written where the
 * user wants them. On a thread of its own, for it may take minutes. For the JavaFX thread.
 */
public final class ImageImport {
  /** Files between two words about how far it is. */
  private static final int WORDS_EVERY = 50;

  private final ExecutorService thread;
  private final Consumer<String> useDataset;
  private final ReadOnlyObjectWrapper<@Nullable Path> offered = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Imported> preview = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable Work<?> underWay;

  /**
   * Nothing yet.
   *
   * @param useDataset opens a data set by its path
   */
  ImageImport(ExecutorService thread, Consumer<String> useDataset) {
    this.thread = thread;
    this.useDataset = useDataset;
  }

  /** A step of the way; the one under way hears when it is not wanted any more. */
  private abstract static class Work<T> extends Task<T> {
    boolean goOn(int done, int all) {
      if (done % WORDS_EVERY == 0 || done == all) {
        updateMessage(
            all == 0
                ? Words.of("session.import.found", done)
                : Words.of("session.import.read", done, all));
      }
      return !isCancelled();
    }
  }

  /** Opens what a user has dropped or chosen: IDX files at once, pictures as an offer. */
  void open(String path) {
    Path source;
    try {
      source = Path.of(path);
    } catch (InvalidPathException e) {
      useDataset.accept(path);
      return;
    }
    run(
        work(() -> OwnData.isPictures(source)),
        pictures -> {
          if (pictures) {
            preview.set(null);
            problem.set("");
            offered.set(null); // the same again is a new offer
            offered.set(source);
          } else {
            useDataset.accept(path);
          }
        });
  }

  private static <T> Work<T> work(Callable<T> callable) {
    return new Work<>() {
      @Override
      protected T call() throws Exception {
        return callable.call();
      }
    };
  }

  /** Reads the pictures of the offer for a preview; an earlier reading is given up. */
  public void read(ImportOptions options) {
    Path source = offered.get();
    if (source != null) {
      preview.set(null);
      run(
          new Work<Imported>() {
            @Override
            protected Imported call() throws Exception {
              return ImageFolder.read(source, options, this::goOn);
            }
          },
          preview::set);
    }
  }

  /**
   * Writes the data set of the preview and opens it.
   *
   * @param folder that is not there yet
   * @param done called once it is written
   */
  public void use(Path folder, Runnable done) {
    Imported ready = preview.get();
    if (ready != null) {
      run(
          work(() -> {
            IdxFolder.write(ready.data(), folder);
            return folder;
          }),
          written -> {
            done.run();
            offered.set(null);
            preview.set(null);
            useDataset.accept(written.toString());
          });
    }
  }

  /** Gives up what is under way and the offer. */
  public void cancel() {
    end();
    offered.set(null);
    preview.set(null);
    problem.set("");
  }

  private void end() {
    if (underWay != null) {
      underWay.cancel(false);
      underWay = null;
    }
    progress.unbind();
    progress.set("");
    busy.set(false);
  }

  private <T> void run(Work<T> work, Consumer<T> use) {
    end();
    if (thread.isShutdown()) {
      return;
    }
    underWay = work;
    problem.set("");
    busy.set(true);
    progress.bind(work.messageProperty());
    work.setOnSucceeded(event -> {
      if (underWay == work) {
        end();
        use.accept(work.getValue());
      }
    });
    work.setOnFailed(event -> {
      if (underWay == work) {
        end();
        problem.set(Failures.of(work.getException()));
      }
    });
    thread.execute(work);
  }

  /** A folder or archive of pictures that the user wants to use; null for none. */
  public ReadOnlyObjectProperty<@Nullable Path> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** What would become of it; null until all is read. */
  public ReadOnlyObjectProperty<@Nullable Imported> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why nothing can become of it; empty for none. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How far it is, in words. */
  public ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
