package glassbox.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import glassbox.optim.LearningRateSchedule;
import glassbox.optim.LearningRateSchedule.Constant;
import glassbox.optim.LearningRateSchedule.Cosine;
import glassbox.optim.LearningRateSchedule.Exponential;
import glassbox.optim.LearningRateSchedule.InverseTime;
import glassbox.optim.LearningRateSchedule.Step;
import glassbox.optim.OptimizerSpec;
import glassbox.optim.OptimizerSpec.AdamSpec;
import glassbox.optim.OptimizerSpec.RmsPropSpec;
import glassbox.optim.OptimizerSpec.SgdSpec;
import glassbox.training.EarlyStopping;
import glassbox.training.Recipe;
import org.jspecify.annotations.Nullable;

/** A recipe as a tree of JSON with every key present, in the order of the documentation. */
final class RecipeTree {
  private RecipeTree() {}

  static JsonObject of(Recipe recipe) {
    JsonObject json = new JsonObject();
    json.addProperty("dataset", recipe.dataset());
    JsonArray network = new JsonArray();
    recipe.network().forEach(layer -> network.add(layer.text()));
    json.add("network", network);
    json.addProperty("initializer", recipe.initializer().text());
    JsonObject loss = new JsonObject();
    loss.addProperty("labelSmoothing", recipe.labelSmoothing());
    json.add("loss", loss);
    json.add("optimizer", of(recipe.optimizer()));
    json.add("schedule", of(recipe.schedule()));
    json.addProperty("maxNorm", recipe.maxNorm());
    json.addProperty("clipNorm", recipe.clipNorm());
    json.addProperty("averaging", recipe.averaging());
    json.add("earlyStopping", of(recipe.earlyStopping()));
    json.add("augmentation", AugmentationJson.of(recipe.augmentation()));
    json.addProperty("epochs", recipe.epochs());
    json.addProperty("batchSize", recipe.batchSize());
    json.addProperty("shuffle", recipe.shuffle());
    json.addProperty("seed", recipe.seed());
    json.addProperty("validation", recipe.validation());
    return json;
  }

  private static JsonObject of(OptimizerSpec optimizer) {
    JsonObject json = new JsonObject();
    json.addProperty("name", optimizer.name());
    json.addProperty("learningRate", optimizer.learningRate());
    switch (optimizer) {
      case SgdSpec sgd -> {
        json.addProperty("momentum", sgd.momentum());
        json.addProperty("nesterov", sgd.nesterov());
      }
      case RmsPropSpec rmsProp -> {
        json.addProperty("decay", rmsProp.decay());
        json.addProperty("epsilon", rmsProp.epsilon());
        json.addProperty("momentum", rmsProp.momentum());
      }
      case AdamSpec adam -> {
        json.addProperty("beta1", adam.beta1());
        json.addProperty("beta2", adam.beta2());
        json.addProperty("epsilon", adam.epsilon());
      }
    }
    json.addProperty("weightDecay", optimizer.weightDecay());
    json.addProperty("decayBiasAndNorm", optimizer.decayBiasAndNorm());
    return json;
  }

  private static JsonElement of(@Nullable EarlyStopping rule) {
    if (rule == null) {
      return JsonNull.INSTANCE;
    }
    JsonObject json = new JsonObject();
    json.addProperty("patience", rule.patience());
    json.addProperty("minDelta", rule.minDelta());
    return json;
  }

  private static JsonObject of(LearningRateSchedule schedule) {
    JsonObject json = new JsonObject();
    json.addProperty("name", schedule.name());
    switch (schedule) {
      case Constant constant -> {}
      case InverseTime inverse -> json.addProperty("decay", inverse.decay());
      case Exponential exponential -> json.addProperty("gamma", exponential.gamma());
      case Step step -> {
        json.addProperty("every", step.every());
        json.addProperty("gamma", step.gamma());
      }
      case Cosine cosine -> {
        json.addProperty("warmup", countOrShare(cosine.warmup()));
        json.addProperty("minimum", cosine.minimum());
        json.addProperty("cycles", cosine.cycles());
      }
    }
    return json;
  }

  /** A whole number without a decimal point. */
  private static Number countOrShare(double value) {
    long whole = (long) value;
    return whole == value ? (Number) whole : (Number) value;
  }
}
