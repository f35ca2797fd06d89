package glassbox.nn;

/**
 * What a layer keeps in training without learning it by gradient: a running mean, or a count.
 *
 * @param name as in the state_dict of the equal {@code torch.nn.Sequential}: {@code 1.running_mean}
 * @param values the live values, [H], or a single one for a count
 * @param isCount whether this is a whole number (saved as a 64-bit integer without a shape)
 */
public record Statistic(String name, float[] values, boolean isCount) {}
