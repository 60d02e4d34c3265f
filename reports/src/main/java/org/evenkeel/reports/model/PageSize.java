package org.evenkeel.reports.model;

/** The paper a document is laid out for. What is printed across it is equally wide on both. */
public enum PageSize {
    A4,
    LETTER
}
