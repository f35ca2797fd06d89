package glassbox.ui.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The patterns of a language, read file by file when they are first wanted. */
final class Dictionary {
  private final Language language;
  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  Dictionary(Language language) {
    this.language = language;
  }

  Language language() {
    return language;
  }

  /** The pattern of a key; in English where it is not translated; else the key, to be seen. */
  String pattern(String key) {
    if (language == Language.PSEUDO) {
      return files
          .computeIfAbsent(fileOf(key), file -> Pseudo.of(read(Language.ENGLISH, file)))
          .getProperty(key, key);
    }
    String found = find(language, key);
    if (found == null && language != Language.ENGLISH) {
      found = read(Language.ENGLISH, fileOf(key)).getProperty(key);
    }
    return found == null ? key : found;
  }

  /** Whether there is a pattern of this key. */
  boolean has(String key) {
    return !pattern(key).equals(key);
  }

  private @Nullable String find(Language in, String key) {
    return files.computeIfAbsent(fileOf(key), file -> read(in, file)).getProperty(key);
  }

  private static String fileOf(String key) {
    return key.substring(0, Math.max(0, key.indexOf('.')));
  }

  private static Properties read(Language in, String file) {
    Properties patterns = new Properties();
    String name = in.code() + "/" + file + ".properties";
    try (InputStream found = Dictionary.class.getResourceAsStream(name)) {
      if (found != null) {
        patterns.load(new InputStreamReader(found, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program cannot read its file " + name, e);
    }
    return patterns;
  }
}
