/**
 * Files that other programs read and that we read back: recipes, weights, run folders, reports.
 *
 * <p>Every file is written beside its place and moved onto it. Start at {@link
 * glassbox.format.RunFolder}. May import training, nn, optim, data, analysis and linalg; JSON by
 * Gson, charts by XChart.
 */
@NullMarked
package glassbox.format;

import org.jspecify.annotations.NullMarked;
