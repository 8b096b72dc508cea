package org.vigie.sandbox.story;

/** What a web server of the world answers: a status and a harmless text. */
public record Answer(int status, String text) {

    static Answer page(String label) {
        return new Answer(200, """
                A page of the sandbox. It stands for something that should not be here and is itself harmless:
                there is no image on it and never was. Shelf %s, kept by nobody, looked at by a program.
                """.formatted(label));
    }

    static final Answer HOME = new Answer(200, "The front page of an invented site. Nothing to see, nothing for sale.");
    static final Answer GONE = new Answer(410, "Taken down.");
    static final Answer NOT_FOUND = new Answer(404, "No such page.");
    static final Answer FORBIDDEN = new Answer(403, "Not for you.");
    static final Answer BAD_GATEWAY = new Answer(502, "Nobody behind this door at the moment.");
    static final Answer NOTHING_HERE =
            new Answer(200, "Sorry! There is nothing here any more. Have a look at our start page instead.");
}
