package edgecraft.kit.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void a_message_arrives_as_it_was_sent() throws IOException {
        Message sent =
                Message.of(7, "create").with("exercise", "edgecraft.Ünicode").with("settings", new byte[] {0, -1});
        Message received = read(written(sent));
        assertThat(received.number()).isEqualTo(7);
        assertThat(received.word()).isEqualTo("create");
        assertThat(received.text("exercise")).isEqualTo("edgecraft.Ünicode");
        assertThat(received.bytes("settings")).containsExactly(0, -1);
    }

    @Test
    void a_missing_part_is_named() {
        assertThatThrownBy(() -> Message.of(1, "port").text("port"))
                .hasMessage("the message 'port' has no part 'port'");
    }

    @Test
    void a_line_that_ended_is_told_from_a_line_with_nonsense() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(EOFException.class);
        byte[] absurd = {0, 0, 0, 1, 0, 1, 'x', 127, 127, 127, 127};
        assertThatThrownBy(() -> read(absurd)).hasMessage("not a message: a size of 2139062143");
    }

    private static byte[] written(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Message read(byte[] bytes) throws IOException {
        return Message.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
