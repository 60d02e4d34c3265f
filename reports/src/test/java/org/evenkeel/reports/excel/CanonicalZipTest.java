package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class CanonicalZipTest {
    private static byte[] archive(LocalDateTime time, String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void of_otherOrderAndTime_givesTheSameBytes() throws IOException {
        byte[] one = archive(LocalDateTime.of(2026, 1, 2, 3, 4), "xl/a.xml", "[Content_Types].xml", "_rels/.rels");
        byte[] other = archive(LocalDateTime.of(1999, 9, 9, 9, 9), "_rels/.rels", "xl/a.xml", "[Content_Types].xml");
        assertThat(one).isNotEqualTo(other);
        assertThat(CanonicalZip.of(one)).isEqualTo(CanonicalZip.of(other));
    }

    @Test
    void of_anyArchive_putsContentTypesFirst() throws IOException {
        byte[] canonical = CanonicalZip.of(archive(LocalDateTime.of(2026, 1, 1, 0, 0), "B", "[Content_Types].xml", "A"));
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(canonical))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("[Content_Types].xml", "A", "B");
    }
}
