package glassbox.ui.session;

import glassbox.format.Environment;
import glassbox.linalg.Compute;
import java.util.SequencedMap;

/** What the program runs on, for people who are to find out why something does not work. */
public final class Machine {
  private Machine() {}

  /** Names and values, in the order to show them. */
  public static SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = Environment.here().facts();
    facts.put("kernel", Compute.defaultKernel());
    facts.put("memory", "%,d MiB at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
    return facts;
  }
}
