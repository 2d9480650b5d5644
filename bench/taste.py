"""A simulated annotator: each word is worth something to them, and of two answers they prefer the one whose words are worth more."""
import random

WORDS = ("amber birch cedar delta ember fjord grove heron ivory jewel kiosk lotus maple north ocean pearl quilt raven stone tulip umber vivid "
         "wheat zebra").split()
ANSWER_WORDS = 6
# Pairs that are nearer than this leave the annotator in doubt.
LEAST_DIFFERENCE = 0.5

_worth = random.Random(7)
WORTH = {word: _worth.gauss(0, 1) for word in WORDS}


def worth(answer):
    return sum(WORTH[word] for word in answer.split())


def pairs(number, seed):
    """Returns tasks with two answers, of which the annotator surely prefers one."""
    chance = random.Random(seed)
    made = []
    while len(made) < number:
        first, second = (" ".join(chance.choices(WORDS, k=ANSWER_WORDS)) for _ in range(2))
        if abs(worth(first) - worth(second)) >= LEAST_DIFFERENCE:
            made.append({"prompt": "describe " + chance.choice(WORDS), "answer1": first, "answer2": second})
    return made


def prefers(task):
    """Returns left where the annotator likes the first answer better, else right."""
    return "left" if worth(task["answer1"]) > worth(task["answer2"]) else "right"


def rows(tasks):
    """Returns what the annotator would have said, as rows of a dataset."""
    return [{"prompt": task["prompt"], **dict(zip(("chosen", "rejected"), sorted((task["answer1"], task["answer2"]), key=worth, reverse=True)))}
            for task in tasks]
