package edgecraft.origin;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the conditions of a request turn out for an object, and what is answered if not well. */
enum Precondition {
    HOLDS {
        @Override
        void show(Context ctx, Description object) {
            throw new IllegalStateException("there is an object to be shown");
        }
    },
    HAS_IT_ALREADY {
        @Override
        void show(Context ctx, Description object) {
            ctx.status(304);
            object.writeForCopyTo(ctx);
        }
    },
    WANTS_ANOTHER {
        @Override
        void show(Context ctx, Description object) {
            ctx.status(412);
        }
    };

    private static final Pattern MEMBER = Pattern.compile("\\G[ \\t,]*(W/)?(\"[^\"]*\")");

    /** Makes the answer, if there is nothing to be sent. */
    abstract void show(Context ctx, Description object);

    static Precondition of(Context ctx, Description object) {
        String match = ctx.header("If-Match");
        String noneMatch = ctx.header("If-None-Match");
        Instant unmodifiedSince = date(ctx.header("If-Unmodified-Since"));
        Instant modifiedSince = date(ctx.header("If-Modified-Since"));
        if (match != null) {
            if (!names(match, object.tag(), true)) {
                return WANTS_ANOTHER;
            }
        } else if (unmodifiedSince != null && object.modified().isAfter(unmodifiedSince)) {
            return WANTS_ANOTHER;
        }
        if (noneMatch != null) {
            return names(noneMatch, object.tag(), false) ? HAS_IT_ALREADY : HOLDS;
        }
        return modifiedSince != null && !object.modified().isAfter(modifiedSince) ? HAS_IT_ALREADY : HOLDS;
    }

    /** Whether parts of this object fit to those that the viewer has. */
    static boolean partsFit(Context ctx, Description object) {
        String validator = ctx.header("If-Range");
        return validator == null
                || validator.equals(object.tag())
                || object.modified().equals(date(validator));
    }

    private static boolean names(String list, String tag, boolean strongly) {
        if (list.strip().equals("*")) {
            return true;
        }
        Matcher member = MEMBER.matcher(list);
        while (member.find()) {
            if (member.group(2).equals(tag) && !(strongly && member.group(1) != null)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant date(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
