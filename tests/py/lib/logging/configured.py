# options: --mount /tmp:/tmp:rw
# logging.config by dict and by file, with every kind of mistake; logging.handlers.
import glob
import logging
import logging.config
import logging.handlers
import os
import queue
import sys

here = "/tmp/natrix-" + os.urandom(8).hex()
os.mkdir(here)
os.chdir(here)


class Up(logging.Filter):
    def __init__(self, word=""): self.word = word
    def filter(self, r): return self.word not in r.getMessage()
def make(level): return lambda r: r.levelno >= level
cfg = {"version": 1, "disable_existing_loggers": True, "filters": {"noise": {"()": "__main__.Up", "word": "noise"}, "n": {"name": "app"}, "f": {"()": make, "level": 30}},
  "formatters": {"brief": {"format": "%(levelname)s:%(message)s"}, "d": {"format": "{name}|{message}|{x}", "style": "{", "defaults": {"x": 5}}},
  "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "brief", "level": "INFO", "stream": "ext://sys.stdout", "filters": ["noise"]},
    "amem": {"class": "logging.handlers.MemoryHandler", "capacity": 3, "target": "console", "flushLevel": "ERROR"},
    "file": {"class": "logging.handlers.RotatingFileHandler", "filename": "r.log", "maxBytes": 40, "backupCount": 2, "formatter": "d"},
    "q": {"class": "logging.handlers.QueueHandler", "handlers": ["console"]}, "c2": {"class": "logging.StreamHandler", "stream": "cfg://handlers.console.stream", ".": {"terminator": "!\n"}}},
  "loggers": {"app": {"level": "DEBUG", "handlers": ["console", "file"], "propagate": False}, "mem": {"handlers": ["amem"], "propagate": "no", "level": 10}, "qlog": {"handlers": ["q"]}, "two": {"handlers": ["c2"], "filters": ["f"]}}, "root": {"level": "ERROR", "handlers": ["console"]}}
old = logging.getLogger("old"); sub = logging.getLogger("app.sub")
logging.config.dictConfig(cfg)
log = logging.getLogger("app")
for i in range(6): log.info("message %d", i); log.debug("noise")
sub.warning("sub"); old.error("disabled?"); print(old.disabled, sub.disabled)
m = logging.getLogger("mem"); m.propagate = False; m.info("1"); m.info("2"); print("--"); m.error("3"); m.info("4")
logging.getLogger("two").warning("w"); logging.getLogger("two").info("i"); logging.error("root")
print(sorted(glob.glob("*.log*")))
for f in sorted(glob.glob("*.log*")): print(f, repr(open(f).read()))
print(logging.getHandlerNames() == {"console", "file", "amem", "q", "c2"}, repr(logging.getHandlerByName("file")).replace(here, ""), logging.getHandlerByName("q").listener.handlers)
q = queue.Queue(); h = logging.handlers.QueueHandler(q); l = logging.getLogger("qq"); l.addHandler(h); l.propagate = False; l.error("a %s", "b"); r = q.get(); print(r.msg, r.args, r.levelname, h)
logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"console": {"level": "CRITICAL"}}, "loggers": {"app": {"level": "WARNING"}}}); log.error("not shown"); print(log.level)
for bad in [{}, {"version": 2}, {"version": 1, "handlers": {"a": {}}}, {"version": 1, "handlers": {"a": {"class": "nope.X"}}}, {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "formatter": "x"}}}, {"version": 1, "loggers": {"a": {"handlers": ["x"]}}}, {"version": 1, "root": {"level": "LOUD"}}, {"version": 1, "formatters": {"a": {"format": "%(x", "style": "$"}}}, {"version": 1, "filters": {"a": {"()": "nope"}}}, {"version": 1, "incremental": True, "handlers": {"zz": {}}}, {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "filters": ["f"]}}}, {"version": 1, "handlers": {"m": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "no"}}}, {"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "bogus": 1}}}]:
    try: logging.config.dictConfig(bad); print("ok", bad)
    except Exception as e: print(type(e).__name__, e, "|", repr(e.__cause__), "|", repr(e.__cause__ and e.__cause__.__cause__))
open("l.ini", "w").write("""[loggers]
keys=root,db
[handlers]
keys=out
[formatters]
keys=f
[logger_root]
level=DEBUG
handlers=out
[logger_db]
level=ERROR
handlers=
qualname=app.db
propagate=1
[handler_out]
class=StreamHandler
level=INFO
formatter=f
args=(sys.stdout,)
[formatter_f]
format=%(name)s - %(levelname)s - %(message)s
datefmt=
""")
logging.config.fileConfig("l.ini", disable_existing_loggers=False)
logging.getLogger("x").info("hi"); logging.getLogger("app.db").error("e"); logging.getLogger("app.db").info("e")
t = logging.handlers.TimedRotatingFileHandler("t.log", when="midnight", backupCount=1); print(t.suffix, t.interval, (t.rolloverAt) % 86400)
for w in ("W7", "W", "X"):
    try: logging.handlers.TimedRotatingFileHandler("t.log", when=w)
    except ValueError as e: print(e)
b = logging.handlers.BufferingHandler(2); r = logging.makeLogRecord({"msg": "x"}); b.handle(r); print(len(b.buffer)); b.handle(r); print(b.buffer)
mh = logging.handlers.MemoryHandler(100, target=logging.StreamHandler(sys.stdout)); l.addHandler(mh); l.warning("at exit"); print("end")
for f in glob.glob("*"):
    os.remove(f)
os.chdir("/tmp")
os.rmdir(here)
