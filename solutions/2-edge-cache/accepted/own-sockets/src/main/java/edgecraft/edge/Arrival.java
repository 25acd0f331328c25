package edgecraft.edge;

import java.time.Instant;

/**
 * An answer that has just come, to be judged.
 *
 * @param fetch what it was fetched for
 * @param request the request that it answers
 * @param answer what the origin said
 * @param received when
 */
record Arrival(Fetch fetch, ViewerRequest request, OriginAnswer answer, Instant received) {

    /** Its fields for viewers; an answer without a {@code Date} was made when it came (RFC 9110 §6.6.1). */
    Fields fields(String name) {
        Fields fields = Forwarding.toViewer(answer.fields(), name);
        return fields.has("Date") ? fields : fields.with("Date", HttpDate.format(received));
    }

    /** How many bytes its body has; negative if nobody knows. */
    long length() {
        if (answer.status() == 204) {
            return 0;
        }
        return answer.fields().members("Content-Length").stream()
                .findFirst()
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
