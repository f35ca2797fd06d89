package glassbox.ui.session;

import glassbox.analysis.Predictions;

/**
 * What the network of one step answers to one part of the images.
 *
 * @param part which images
 * @param moment whose network answers
 * @param answers one for each image of the part
 */
public record Examined(Part part, Snapshot moment, Predictions answers) {}
