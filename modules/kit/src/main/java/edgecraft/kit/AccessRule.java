package edgecraft.kit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for which paths: in CloudFront's words, a cache behaviour with or without trusted key groups.
 *
 * @param pattern which paths, once they are percent-decoded, with their case: {@code *} stands for any characters, {@code ?} for
 *     one
 * @param keyGroup the name of the group whose keys have to have signed; null if everybody may ask
 */
public record AccessRule(String pattern, @Nullable String keyGroup) implements Serializable {}
