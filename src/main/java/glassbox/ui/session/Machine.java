package glassbox.ui.session;

import glassbox.format.Environment;
import glassbox.linalg.Compute;
import glassbox.training.KeyframeMemory;
import java.util.SequencedMap;

/** What the program runs on, for people who are to find out why something does not work. */
public final class Machine {
  /** What all keyframes together may take, in MiB, unless the user wants it otherwise. */
  public static final int KEYFRAME_MEGABYTES = (int) (KeyframeMemory.BYTES >> 20);

  private Machine() {}

  /** What all keyframes together can take at most on this machine, in MiB. */
  public static int mostKeyframeMegabytes() {
    return (int) (KeyframeMemory.mostBytes() >> 20);
  }

  /** Names and values, in the order to show them. */
  public static SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = Environment.here().facts();
    facts.put("kernel", Compute.defaultKernel());
    facts.put("memory", "%,d MiB at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
    return facts;
  }
}
