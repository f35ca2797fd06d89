package glassbox.ui.session;

import glassbox.data.Picture;
import glassbox.data.Preparation;

/**
 * Something to ask the network about.
 *
 * @param raw the picture as it was drawn or photographed
 * @param preparation what makes an image of it as the network knows them
 */
public record Drawn(Picture raw, Preparation preparation) {}
