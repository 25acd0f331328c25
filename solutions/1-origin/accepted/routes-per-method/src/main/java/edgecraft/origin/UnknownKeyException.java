package edgecraft.origin;

/** No object can have the key that was asked for. */
final class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException(Throwable cause) {
        super(cause);
    }
}
