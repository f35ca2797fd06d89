package glassbox.ui.session;

import glassbox.analysis.Predictions;
import glassbox.linalg.Compute;
import glassbox.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a run that has ended. */
public interface RunKeeper {
  /** Where a run was kept; null where there was nothing to keep. */
  record Kept(@Nullable Path folder) {}

  /** Saves what there is; on the training thread. */
  Kept keep(Trainer trainer, Predictions test, Compute compute) throws IOException;
}
