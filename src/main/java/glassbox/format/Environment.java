package glassbox.format;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a run was made with; nothing in it tells who made it or where.
 *
 * @param program version of Glassbox
 * @param java version of the Java runtime
 * @param system operating system and kind of processor
 * @param processors as many as the program may use
 */
public record Environment(String program, String java, String system, int processors) {
  /** The present one. */
  public static Environment here() {
    String version = Environment.class.getPackage().getImplementationVersion();
    return new Environment(
        version == null ? "from sources" : version,
        System.getProperty("java.runtime.version", "unknown"),
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name", "unknown"),
                System.getProperty("os.version", ""),
                System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors());
  }

  /** Names and values, in the order to show them. */
  public SequencedMap<String, String> facts() {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("Glassbox", program);
    facts.put("Java", java);
    facts.put("system", system);
    facts.put("processors", Integer.toString(processors));
    return facts;
  }
}
