package edgecraft.access.checks;

/**
 * An usual error of those who sign.
 *
 * @param words what is wrong, after "the signature that comes out if": {@code the path is encoded twice}
 * @param canonical the canonical request that is signed then
 * @param stringToSign the string to sign
 * @param signature what comes out
 */
record Slip(String words, String canonical, String stringToSign, String signature) {

    /** This canonical request, signed so. */
    static Slip of(String words, String canonical, Signing signing) {
        return new Slip(words, canonical, signing.stringToSign(canonical), signing.signature(canonical));
    }

    /** The canonical request as it has to be, but with another string to sign. */
    static Slip of(String words, String canonical, Signing signing, String stringToSign) {
        return new Slip(words, canonical, stringToSign, signing.sign(stringToSign));
    }
}
