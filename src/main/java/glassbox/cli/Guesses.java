package glassbox.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import glassbox.linalg.Matrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a network takes pictures for, as it is printed.
 *
 * @param probabilities [N x C], a row for each of the N pictures
 * @param top how many classes are named for each, the likeliest first
 */
record Guesses(List<Path> pictures, List<String> classNames, Matrix probabilities, int top) {
  private List<Integer> likeliest(int picture) {
    return IntStream.range(0, classNames.size())
        .boxed()
        .sorted(Comparator.comparingDouble(c -> -probabilities.get(picture, c)))
        .limit(top)
        .toList();
  }

  String table() {
    List<String> titles = new ArrayList<>(List.of("picture", "answer"));
    while (titles.size() <= Math.min(top, classNames.size())) {
      titles.add("or");
    }
    TextTable table = new TextTable(titles);
    for (int i = 0; i < pictures.size(); i++) {
      List<String> row = new ArrayList<>(List.of(pictures.get(i).toString()));
      for (int c : likeliest(i)) {
        row.add(
            String.format(
                Locale.ROOT, "%s %.1f %%", classNames.get(c), 100 * probabilities.get(i, c)));
      }
      table.add(row);
    }
    return table.text();
  }

  String json() {
    JsonArray all = new JsonArray();
    for (int i = 0; i < pictures.size(); i++) {
      JsonObject one = new JsonObject();
      one.addProperty("picture", pictures.get(i).toString());
      one.addProperty("answer", classNames.get(likeliest(i).getFirst()));
      JsonArray classes = new JsonArray();
      for (int c : likeliest(i)) {
        JsonObject share = new JsonObject();
        share.addProperty("class", classNames.get(c));
        share.addProperty("probability", probabilities.get(i, c));
        classes.add(share);
      }
      one.add("probabilities", classes);
      all.add(one);
    }
    return all.toString();
  }
}
