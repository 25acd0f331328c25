package edgecraft.access.checks;

import edgecraft.kit.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Distributions: ours by the seed, and all those that are somebody else's. */
final class Distributions {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int ID = 13;
    private static final int ACCOUNT = 12;

    private Distributions() {}

    /** Any. Its account begins with a zero, as one in ten does. */
    static Distribution any(Random random) {
        StringBuilder account = new StringBuilder("0");
        while (account.length() < ACCOUNT) {
            account.append(random.nextInt(10));
        }
        StringBuilder id = new StringBuilder("E");
        while (id.length() < ID) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Distribution(account.toString(), id.toString());
    }

    /** Others, which differ from this one in an id or an account, as little as may be. */
    static List<Distribution> others(Distribution ours, Random random) {
        String account = ours.account();
        String id = ours.id();
        List<Distribution> others = new ArrayList<>();
        others.add(any(random));
        others.add(new Distribution(any(random).account().replaceFirst("0", "9"), id));
        others.add(new Distribution(account, any(random).id()));
        for (int i = 0; i < id.length(); i++) {
            others.add(new Distribution(account, changed(id, i)));
        }
        for (int i = 0; i < account.length(); i++) {
            char other = (char) ('0' + (account.charAt(i) - '0' + 1) % 10);
            others.add(new Distribution(account.substring(0, i) + other + account.substring(i + 1), id));
        }
        others.add(new Distribution(account, id + "X"));
        others.add(new Distribution(account, "E" + id));
        others.add(new Distribution(account, id.substring(0, ID - 1)));
        others.add(new Distribution(account, id + "/" + id));
        others.add(new Distribution(account, id.toLowerCase(Locale.ROOT)));
        return others;
    }

    private static String changed(String id, int at) {
        int letter = (LETTERS.indexOf(id.charAt(at)) + 1) % LETTERS.length();
        return id.substring(0, at) + LETTERS.charAt(letter) + id.substring(at + 1);
    }
}
