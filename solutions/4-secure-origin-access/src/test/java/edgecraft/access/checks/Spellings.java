package edgecraft.access.checks;

import edgecraft.fixtures.Randoms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How else the path of a film can be written: {@code /films/a.mp4}. */
final class Spellings {

    private Spellings() {}

    /** Those that are the film's path once they are decoded, or tidied after that. */
    static List<String> ofFilm(String film, Randoms random) {
        String name = film.substring(AccessScene.FILMS.length());
        String other = random.name();
        List<String> all = new ArrayList<>(letters(name));
        for (String slash : List.of("%2F", "%2f", "%5C", "%5c", "\\")) {
            all.add("/films" + slash + name);
            all.add("/" + other + "/.." + slash + "films" + slash + name);
            all.add("/" + other + slash + ".." + slash + "films/" + name);
            all.add("/" + slash + "films/" + name);
            all.add("/" + slash + "../films/" + name);
        }
        for (String dots : List.of("..", "%2e%2e", "%2E%2E", ".%2e", "%2e.")) {
            all.add("/" + other + "/" + dots + "/films/" + name);
            all.add("/" + other + "/" + random.name() + "/" + dots + "/" + dots + "/films/" + name);
            all.add("/" + other + "/" + dots + "//films/" + name);
            all.add("/films/" + dots + "/films/" + name);
            all.add("/" + other + "/" + dots + "/films/" + other + "/" + dots + "/" + name);
            all.add("/films/" + other + "/" + dots + "/" + name);
        }
        for (String dot : List.of(".", "%2e", "%2E")) {
            all.add("/" + dot + "/films/" + name);
            all.add("/films/" + dot + "/" + name);
            all.add("//" + dot + "//films/" + name);
        }
        all.add("//films/" + name);
        all.add("///films//" + name);
        return all;
    }

    /** Letters as percent signs and digits: one after the other, and all. */
    private static List<String> letters(String name) {
        List<String> all = new ArrayList<>();
        String word = "films";
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            String encoded = "%%%02x".formatted((int) word.charAt(i));
            whole.append(encoded);
            all.add("/" + word.substring(0, i) + encoded + word.substring(i + 1) + "/" + name);
        }
        all.add("/" + whole + "/" + name);
        all.add("/" + whole.toString().toUpperCase(Locale.ROOT) + "%2F" + name);
        return all;
    }

    /** Those of the same rule that aren't the film's path, but that somebody might take for it. */
    static List<String> nearFilm(String film) {
        List<String> all = new ArrayList<>();
        for (String end :
                List.of("/", ".", "%20", "%0a", "%0D%0A", "%09", ";a=b", "%3Fa", "?", "??", "?/../../", "%23", "%2e")) {
            all.add(film + end);
        }
        String name = film.substring(AccessScene.FILMS.length());
        for (String begin : List.of("%0a", "%0d", "%E2%80%A8", "%C2%85", "%20", ";/")) {
            all.add(AccessScene.FILMS + begin + name);
        }
        return all;
    }

    /** Those that are the path of the films' folder once they are tidied: dots at the end leave the slash in front of them. */
    static List<String> ofFolder(Randoms random) {
        List<String> all = new ArrayList<>();
        String other = random.name();
        for (String dots : List.of("..", "%2e%2e", "%2E.")) {
            String films = "/" + other + "/" + dots + "/films/";
            all.add(films);
            all.add(films + random.name() + "/" + dots);
            all.add(films + random.name() + "/" + dots + "/");
            all.add(films + dots.replaceFirst("\\.|%2[eE]", ""));
        }
        return all;
    }

    /** Those of other objects, which nobody has to refuse: but the film is none of them. */
    static List<String> ofOthers(String film, Randoms random) {
        String name = film.substring(AccessScene.FILMS.length());
        String other = random.name();
        return List.of(
                "/FILMS/" + name,
                "/Films/" + name,
                "/film%C5%BF/" + name,
                "/%2566ilms/" + name,
                "/films%252f" + name,
                "/films%252F" + name,
                "/" + other + "/%252e%252e/films/" + name,
                "/" + other + "/..;/films/" + name,
                "/" + other + "/..;a=b/films/" + name,
                "/films;/" + name,
                "/films;a=b/" + name,
                "/films%20/" + name,
                "/films./" + name,
                "/%EF%BC%8Ffilms/" + name,
                "/films%E2%88%95" + name,
                "/" + other + "?/../films/" + name,
                "/" + other + "%3F/films/" + name,
                "/" + other + "%23/films/" + name);
    }
}
