package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.Notes;
import org.prefstream.labelstudio.json.Json;

import io.vertx.core.buffer.Buffer;

class ChangeTest {

    @Test
    void givesTheFieldsOfItsState() {
        TaskRecord note = Notes.record(7, "words");
        Change<TaskRecord> change = new Change<>("7", 3, note);

        assertThat(change.id()).isEqualTo(7);
        assertThat(change.isDeleted()).isFalse();
        assertThat(change.json()).isEqualTo(Buffer.buffer(Json.write(note)));
        assertThat(Change.field(TaskRecord::innerId).apply(change)).isEqualTo(7);
    }

    @Test
    void keepsTheTextThatCame() {
        Buffer json = Buffer.buffer(Json.write(Notes.record(7, "words")).replace("{", "{ "));

        assertThat(new Change<>("7", 3, Notes.record(7, "words"), json).json()).isEqualTo(json);
    }

    @Test
    void hasNoFieldsOnceItsKeyIsDeleted() {
        Change<TaskRecord> change = new Change<>("7", 3, null);

        assertThat(change.id()).isEqualTo(7);
        assertThat(change.isDeleted()).isTrue();
        assertThat(change.json()).isNull();
        assertThat(Change.field(TaskRecord::projectId).apply(change)).isNull();
    }

    @Test
    void refusesANumberThatTheKeyIsNot() {
        assertThatThrownBy(() -> new Change<TaskRecord>("7/0", 1, null).id()).isInstanceOf(InvalidRecord.class);
    }
}
