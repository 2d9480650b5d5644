package org.prefstream.task.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.task.generation.SettingsTable.Stored;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Asks models a tiny question, and says in words what came back. */
@ApplicationScoped
class TryModels {

    private static final String QUESTION = "Say hello in one word.";
    private static final int TOKENS = 16;
    private static final int SHOWN = 80;

    private final ChatClient chat;
    private final SealedKeys keys;

    TryModels(ChatClient chat, SealedKeys keys) {
        this.chat = chat;
        this.keys = keys;
    }

    /**
     * How one model did.
     *
     * @param ok whether it answered
     * @param words what came back, in a sentence
     */
    record Tried(
            @JsonProperty("model") String model,
            @JsonProperty("ok") boolean ok,
            @JsonProperty("words") String words) {
    }

    /** {@return how each model did; blocks} */
    List<Tried> now(long projectId, GenerationSettings settings, Fields sent, Optional<Stored> stored)
            throws InterruptedException {
        List<Tried> tried = new ArrayList<>();
        for (Source source : settings.sources()) {
            try {
                tried.add(new Tried(source.model(), true,
                        answer(settings, source, key(projectId, settings, sent, stored))));
            } catch (NotAnswered why) {
                tried.add(new Tried(source.model(), false, why.words()));
            }
        }
        return tried;
    }

    /** A stored key goes to the address that it was stored for, and to no other. */
    private @Nullable String key(long projectId, GenerationSettings settings, Fields sent, Optional<Stored> stored)
            throws NotAnswered {
        if (sent.has("api_key") && sent.get("api_key") != null) {
            String key = WriteSettings.sentKey(sent);
            return key.isEmpty() ? null : key;
        }
        String sealed = stored.map(Stored::apiKey).orElse(null);
        return sealed == null || !WriteSettings.isSameAddress(stored, settings)
                ? null
                : keys.open(sealed, projectId, settings.address());
    }

    private String answer(GenerationSettings settings, Source source, @Nullable String key)
            throws NotAnswered, InterruptedException {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", "user");
        message.put("content", QUESTION);
        Source briefly = new Source(source.model(), source.temperature(), source.topP(), TOKENS, "", source.seed(),
                source.inputPrice(), source.outputPrice());
        long began = System.nanoTime();
        ChatAnswer answer = chat
                .ask(new ChatClient.Question(settings.address(), key, briefly, List.of(message), source.seed()));
        answer.requireText();
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        String text = answer.text().strip().replaceAll("\\s+", " ");
        return String.format(Locale.ROOT, "It answered “%s” after %.1f s.%s",
                text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…", seconds,
                answer.tokensOut() == null ? " The server does not count tokens." : "");
    }
}
