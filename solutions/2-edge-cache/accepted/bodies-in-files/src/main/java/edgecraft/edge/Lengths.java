package edgecraft.edge;

/** Reads {@code Content-Length}. */
final class Lengths {

    private Lengths() {}

    /** How many bytes these fields promise; -1 if they don't. */
    static long of(Fields fields) {
        try {
            return fields.first("Content-Length")
                    .map(String::strip)
                    .map(Long::parseLong)
                    .orElse(-1L);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
