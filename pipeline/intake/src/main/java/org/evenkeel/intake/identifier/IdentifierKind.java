package org.evenkeel.intake.identifier;

/** What gives a person away. */
public enum IdentifierKind {
    PERSON_NAME("people's names"),
    EMAIL("e-mail addresses"),
    PHONE("telephone numbers"),
    IP_ADDRESS("IP addresses"),
    COORDINATES("coordinates"),
    BIRTH_DATE("dates of birth"),
    POSTAL_ADDRESS("postal addresses"),
    PERSONAL_NUMBER("numbers given to people"),
    CARD_NUMBER("card numbers"),
    ACCOUNT("accounts or devices"),
    RECORDING("signatures, recordings or uploaded files"),
    UNIQUE_CODES("a code of its own for nearly every row");

    private final String label;

    IdentifierKind(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
