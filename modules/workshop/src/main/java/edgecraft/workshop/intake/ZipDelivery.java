package edgecraft.workshop.intake;

import edgecraft.workshop.report.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip. Nothing is unpacked but what is read, and of that no more than one file may hold: however much more there is in
 * it, nobody waits for it.
 */
final class ZipDelivery implements Delivery {

    private final ZipFile zip;
    private final List<Item> items;

    private ZipDelivery(ZipFile zip) {
        this.zip = zip;
        this.items = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(this::item)
                .toList();
    }

    static ZipDelivery of(Path file) throws Unusable {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(
                    "the zip is damaged (" + Style.oneLine(String.valueOf(e.getMessage())) + "); make it anew");
        }
        ZipDelivery delivery = new ZipDelivery(zip);
        try {
            Delivery.mustBeFew(delivery.items.size());
        } catch (Unusable tooMany) {
            delivery.close();
            throw tooMany;
        }
        return delivery;
    }

    private Item item(ZipArchiveEntry entry) {
        return new Item(entry.getName(), entry.isUnixSymlink(), () -> {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new IOException("it is encrypted");
            }
            return zip.getInputStream(entry);
        });
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException stays) {
            // It was only read.
        }
    }
}
