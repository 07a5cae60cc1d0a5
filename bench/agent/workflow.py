"""agent: tool calls planned, run with asyncio, retried and summarised."""
import asyncio
import json


class ToolError(Exception):
    pass


TOOLS = {}


def tool(fn):
    TOOLS[fn.__name__] = fn
    return fn


@tool
async def fetch(url, attempt=0):
    await asyncio.sleep(0)
    if "flaky" in url and attempt < 1:
        raise ToolError("temporary: " + url)
    return {"url": url, "body": "text of " + url, "size": len(url) * 10}


@tool
async def summarize(text, limit=12):
    await asyncio.sleep(0)
    return text[:limit] + ("..." if len(text) > limit else "")


@tool
async def count(items):
    return sum(len(str(i)) for i in items)


async def call(request, log):
    spec = json.loads(request)
    for attempt in range(3):
        try:
            kwargs = dict(spec["args"])
            if spec["tool"] == "fetch":
                kwargs["attempt"] = attempt
            result = await TOOLS[spec["tool"]](**kwargs)
            log.append((spec["tool"], attempt, "ok"))
            return result
        except ToolError as e:
            log.append((spec["tool"], attempt, str(e)))
    return None


async def main(rounds):
    total = 0
    for r in range(rounds):
        log = []
        urls = [f"https://example.com/{'flaky' if i % 4 == 0 else 'page'}/{r % 7}/{i}" for i in range(8)]
        pages = await asyncio.gather(*(call(json.dumps({"tool": "fetch", "args": {"url": u}}), log) for u in urls))
        notes = await asyncio.gather(*(call(json.dumps({"tool": "summarize", "args": {"text": p["body"]}}), log) for p in pages))
        total += await call(json.dumps({"tool": "count", "args": {"items": notes}}), log)
        total += sum(1 for _, _, what in log if what == "ok") + len(log)
    return total


def run(n):
    return asyncio.run(main(n))


N = 2300


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
