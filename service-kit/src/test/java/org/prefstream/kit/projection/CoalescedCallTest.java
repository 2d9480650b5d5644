package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

class CoalescedCallTest {

    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final CoalescedCall<String> rounds = new CoalescedCall<>(
            () -> Uni.createFrom().<String>emitter(begun::add));

    @Test
    void whoComesDuringARoundGetsALaterOne() {
        UniAssertSubscriber<String> first = join();
        UniAssertSubscriber<String> late = join();
        assertThat(begun).hasSize(1);

        begun.get(0).complete("seen before the late one came");

        first.assertItem("seen before the late one came");
        late.assertNotTerminated();
        begun.get(1).complete("seen after");
        late.assertItem("seen after");
    }

    @Test
    void whoeverWaitsSharesTheNextRound() {
        join();
        List<UniAssertSubscriber<String>> waiting = List.of(join(), join(), join());

        begun.get(0).complete("first");
        begun.get(1).complete("shared");

        assertThat(waiting).allSatisfy(one -> one.assertItem("shared"));
        assertThat(begun).hasSize(2);
    }

    @Test
    void aFailedRoundFailsOnlyThoseWhoShareIt() {
        UniAssertSubscriber<String> first = join();
        UniAssertSubscriber<String> late = join();

        begun.get(0).fail(new IllegalStateException("lagging"));

        first.assertFailedWith(IllegalStateException.class, "lagging");
        begun.get(1).complete("healthy again");
        late.assertItem("healthy again");
    }

    @Test
    void aRoundGoesOnForOthersWhenSomebodyLeaves() {
        UniAssertSubscriber<String> first = join();
        UniAssertSubscriber<String> late = join();
        UniAssertSubscriber<String> patient = join();

        first.cancel();
        late.cancel();
        begun.get(0).complete("first");
        begun.get(1).complete("second");

        patient.assertItem("second");
    }

    @Test
    void eachLonelyCallIsARoundOfItsOwn() {
        UniAssertSubscriber<String> first = join();
        begun.get(0).complete("one");
        UniAssertSubscriber<String> second = join();
        begun.get(1).complete("two");

        first.assertItem("one");
        second.assertItem("two");
    }

    @Test
    void aCallThatNobodySubscribesToHoldsUpNobody() {
        rounds.join();

        UniAssertSubscriber<String> present = join();
        begun.get(0).complete("unwanted");
        begun.get(1).complete("wanted");

        present.assertItem("wanted");
    }

    private UniAssertSubscriber<String> join() {
        return rounds.join().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
