"""An agent's controller: asks the model what to do, does it, tells the model, until it is done."""
import json
from dataclasses import dataclass, field


class ToolError(Exception):
    def __init__(self, tool, reason):
        super().__init__(f"{tool}: {reason}")
        self.tool = tool


@dataclass
class Step:
    number: int
    tool: str
    ok: bool
    summary: str
    attempts: int = 1

    def as_dict(self):
        return {"number": self.number, "tool": self.tool, "ok": self.ok,
                "summary": self.summary, "attempts": self.attempts}


@dataclass
class Conversation:
    goal: str
    messages: list = field(default_factory=list)

    def say(self, role, content):
        self.messages.append({"role": role, "content": content})


def count_words(texts, *, smallest=5):
    counts = {}
    for word in " ".join(texts).lower().replace(",", " ").replace(".", " ").split():
        if len(word) >= smallest:
            counts[word] = counts.get(word, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5])


def summarize(result):
    if isinstance(result, list):
        names = [item["name"] for item in result]
        return f"{len(result)} found: {', '.join(names) or 'nothing'}"
    return json.dumps(result, sort_keys=True)


last_found = []


def search(query, limit=3):
    global last_found
    last_found = tools.search(query, limit=limit)
    return last_found


tool_table = {
    "search": search,
    "remember": tools.remember,
    "recall": tools.recall,
    "count_words": lambda **kw: count_words([d["text"] for d in last_found], **kw),
    "now": tools.now,
}


def dispatch(decision, attempts=2):
    name = decision["tool"]
    if name not in tool_table:
        raise ToolError(name, f"no such tool, choose from {sorted(tool_table)}")
    for attempt in range(1, attempts + 1):
        try:
            return tool_table[decision["tool"]](*decision["args"], **decision["kwargs"]), attempt
        except KeyError as error:
            if attempt == attempts:
                raise ToolError(name, f"not found: {error}") from error
            fallback = decision.get("fallback")
            if fallback is not None:
                tools.remember(decision["args"][0], fallback)


def run(goal, max_steps=10):
    talk = Conversation(goal)
    talk.say("user", goal)
    steps = []
    answer = None
    for number in range(1, max_steps + 1):
        decision = call_model(talk.messages)
        talk.say("assistant", json.dumps(decision, sort_keys=True))
        if decision["tool"] == "finish":
            answer = decision["args"][0].format(steps=len(steps))
            break
        try:
            result, attempts = dispatch(decision)
            step = Step(number, decision["tool"], True, summarize(result), attempts)
        except ToolError as error:
            step = Step(number, error.tool, False, str(error))
        steps.append(step)
        talk.say("tool", f"{step.tool} -> {step.summary}")
    return {"goal": goal, "answer": answer, "steps": [s.as_dict() for s in steps],
            "failed": [s.number for s in steps if not s.ok],
            "started": tools.now()}


state = run("Which snakes of the garden are harmless, and what do they eat?")
