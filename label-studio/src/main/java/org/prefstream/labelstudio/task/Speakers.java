package org.prefstream.labelstudio.task;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which role a speaker of a conversation has. The words for roles are, in upper or lower case:
 *
 * <table>
 * <caption>roles</caption>
 * <tr><td>{@code system}</td><td>system, developer</td></tr>
 * <tr><td>{@code user}</td><td>user, human, prompter</td></tr>
 * <tr><td>{@code assistant}</td><td>assistant, gpt, chatgpt, bot, model, ai, function_call</td></tr>
 * <tr><td>{@code tool}</td><td>tool, function, observation, ipython, function_response</td></tr>
 * </table>
 *
 * <p>Any other speaker of a dialogue is a name, and is kept as the message's {@code name}. Names that tell whom they mean
 * decide: customer, client, caller, visitor, patient and student are the user; agent, operator, support, advisor, doctor and
 * teacher are the assistant. Of the others the first one to speak is the user, the second one the assistant, and whoever
 * comes later a user again.
 */
final class Speakers {

    static final String SYSTEM = "system";
    static final String USER = "user";
    static final String ASSISTANT = "assistant";
    static final String TOOL = "tool";

    private static final Map<String, String> ROLES = Map.ofEntries(Map.entry("system", SYSTEM),
            Map.entry("developer", SYSTEM), Map.entry("user", USER), Map.entry("human", USER),
            Map.entry("prompter", USER), Map.entry("assistant", ASSISTANT), Map.entry("gpt", ASSISTANT),
            Map.entry("chatgpt", ASSISTANT), Map.entry("bot", ASSISTANT), Map.entry("model", ASSISTANT),
            Map.entry("ai", ASSISTANT), Map.entry("function_call", ASSISTANT), Map.entry("tool", TOOL),
            Map.entry("function", TOOL), Map.entry("observation", TOOL), Map.entry("ipython", TOOL),
            Map.entry("function_response", TOOL));
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("customer", USER),
            Map.entry("client", USER), Map.entry("caller", USER), Map.entry("visitor", USER),
            Map.entry("patient", USER), Map.entry("student", USER), Map.entry("agent", ASSISTANT),
            Map.entry("operator", ASSISTANT), Map.entry("support", ASSISTANT), Map.entry("advisor", ASSISTANT),
            Map.entry("doctor", ASSISTANT), Map.entry("teacher", ASSISTANT));

    private final Map<String, String> met = new LinkedHashMap<>();
    private int strangers;

    /** {@return the role that a word means; nothing for a word that is no role's} */
    static Optional<String> known(String word) {
        return Optional.ofNullable(ROLES.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    /** {@return whether a word means a role, and is no name} */
    static boolean isRole(String word) {
        return known(word).isPresent();
    }

    /** {@return the role of the speaker of that name, the same each time} */
    String roleOf(String name) {
        return known(name).orElseGet(() -> met.computeIfAbsent(name.toLowerCase(Locale.ROOT), this::stranger));
    }

    private String stranger(String name) {
        String told = NAMES.get(name);
        if (told != null) {
            return told;
        }
        strangers++;
        return strangers == 2 ? ASSISTANT : USER;
    }
}
