package edgecraft.kit;

import java.io.Serializable;

/**
 * A CDN as its owner's account knows it: in CloudFront's words, a distribution.
 *
 * @param account twelve digits, for example {@code 111122223333}
 * @param id for example {@code EDFDVBD6EXAMPLE}
 */
public record Distribution(String account, String id) implements Serializable {}
