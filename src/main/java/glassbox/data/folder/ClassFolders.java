package glassbox.data.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which class and which part a picture belongs to, by the folders that it stands in. Folders {@code
 * train} and {@code test} with folders in them are parts; of the others those that all have in
 * common mean nothing, and the first that differs names the class. So {@code data/train/cat/1.png},
 * {@code cat/1.png} and {@code cat/indoor/1.png} are all cats.
 */
final class ClassFolders {
  /** What a picture is for. */
  enum Use {
    TRAIN,
    TEST,
    ANY
  }

  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing");

  private final Set<List<String>> parts = new HashSet<>();
  private final int common;

  /** Looks at the names of all pictures. */
  ClassFolders(Collection<String> pictures) {
    Set<List<String>> folders = new HashSet<>();
    pictures.forEach(name -> folders.add(folders(name)));
    Set<List<String>> inner = new HashSet<>();
    for (List<String> folder : folders) {
      for (int length = 1; length < folder.size(); length++) {
        List<String> above = folder.subList(0, length);
        inner.add(above);
        if (use(above.getLast()) != Use.ANY) {
          parts.add(List.copyOf(above));
        }
      }
    }
    common =
        common(
            folders.stream()
                .filter(folder -> !folder.isEmpty() && !inner.contains(folder))
                .map(this::withoutParts)
                .filter(folder -> !folder.isEmpty())
                .toList());
  }

  private static List<String> folders(String name) {
    List<String> all = List.of(name.split("/"));
    return all.subList(0, all.size() - 1);
  }

  private static Use use(String folder) {
    String word = folder.toLowerCase(Locale.ROOT);
    return TRAIN.contains(word) ? Use.TRAIN : TEST.contains(word) ? Use.TEST : Use.ANY;
  }

  private List<String> withoutParts(List<String> folder) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < folder.size(); i++) {
      if (!parts.contains(folder.subList(0, i + 1))) {
        left.add(folder.get(i));
      }
    }
    return left;
  }

  /** How many folders all begin with; each has one more. */
  private static int common(List<List<String>> folders) {
    int most =
        folders.stream().min(Comparator.comparingInt(List::size)).map(List::size).orElse(1) - 1;
    int common = 0;
    while (common < most && allAgree(folders, common)) {
      common++;
    }
    return common;
  }

  private static boolean allAgree(List<List<String>> folders, int at) {
    String first = folders.getFirst().get(at);
    return folders.stream().allMatch(folder -> folder.get(at).equals(first));
  }

  /** The class of a picture; null where it is in no class folder. */
  @Nullable String classOf(String picture) {
    return classOfFolder(folders(picture));
  }

  private @Nullable String classOfFolder(List<String> folder) {
    List<String> left = withoutParts(folder);
    return left.size() > common ? oneLine(left.get(common)) : null;
  }

  /** Class names stand one a line. */
  private static String oneLine(String folder) {
    String name = folder.replaceAll("[\\s\\p{Cntrl}\uFEFF]+", " ").strip();
    return name.isEmpty() ? "(no name)" : name;
  }

  /** What a picture is for. */
  Use useOf(String picture) {
    List<String> folder = folders(picture);
    for (int length = folder.size(); length > 0; length--) {
      if (parts.contains(folder.subList(0, length))) {
        return use(folder.get(length - 1));
      }
    }
    return Use.ANY;
  }

  /** The classes that folders stand for, sorted as people do. */
  static Set<String> sorted() {
    return new TreeSet<>(NaturalOrder.INSTANCE);
  }

  /** The class folders among folders; those above them are none. */
  Set<String> classesOf(Collection<String> folders) {
    Set<String> classes = sorted();
    for (String folder : folders) {
      String name = classOfFolder(List.of(folder.split("/")));
      if (name != null) {
        classes.add(name);
      }
    }
    return classes;
  }
}
